package org.rapporteur.coding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.call.Call;
import org.springframework.stereotype.Component;

/** The codebooks of calls, read once for each revision. */
@Component
public class Codebooks {

    private final Map<Long, Codebook> byRevision = new ConcurrentHashMap<>();
    private final Map<Long, Coder> coders = new ConcurrentHashMap<>();

    public Codebook of(Call call) {
        return byRevision.computeIfAbsent(call.revision(), revision -> switch (CodebookReader.read(call.codebook())) {
            case CodebookReading.Good good -> good.codebook();
            case CodebookReading.Faulty faulty -> throw new IllegalStateException("stored codebook is faulty: " + faulty.faults());
        });
    }

    /** The coder of the codebook in force; safe for several threads. */
    public Coder coder(Call call) {
        return coders.computeIfAbsent(call.revision(), revision -> new Coder(of(call)));
    }
}
