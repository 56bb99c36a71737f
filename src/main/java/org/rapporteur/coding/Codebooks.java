package org.rapporteur.coding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.call.Call;
import org.springframework.stereotype.Component;

/** The codebooks of calls, read once for each revision. */
@Component
public class Codebooks {

    /** by text of the codebook, once a process: learning takes seconds, and the same codebook gives the same coder */
    private static final Map<String, Coder> CODERS = new ConcurrentHashMap<>();

    private final Map<Long, Codebook> byRevision = new ConcurrentHashMap<>();

    public Codebook of(Call call) {
        return byRevision.computeIfAbsent(call.revision(), revision -> switch (CodebookReader.read(call.codebook())) {
            case CodebookReading.Good good -> good.codebook();
            case CodebookReading.Faulty faulty -> throw new IllegalStateException("stored codebook is faulty: " + faulty.faults());
        });
    }

    /** The coder of the codebook in force, which has learnt from the passages that ship; safe for several threads. The first time it takes seconds. */
    public Coder coder(Call call) {
        return CODERS.computeIfAbsent(call.codebook(), codebook -> Coder.trained(of(call), TrainingPassages.shipped()));
    }
}
