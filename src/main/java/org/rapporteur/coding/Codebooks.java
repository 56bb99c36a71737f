package org.rapporteur.coding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.call.Call;
import org.springframework.stereotype.Component;

/** The codebooks of calls, read once for each revision. */
@Component
public class Codebooks {

    /** by text of the codebook, once a process: learning takes seconds, and the same codebook gives the same coder; before anything was learnt from decisions */
    private static final Map<String, Coder> CODERS = new ConcurrentHashMap<>();

    private final Learnings learnings;
    private final Map<Long, Codebook> byRevision = new ConcurrentHashMap<>();
    private final Map<Long, Taught> taught = new ConcurrentHashMap<>();

    Codebooks(Learnings learnings) {
        this.learnings = learnings;
    }

    public Codebook of(Call call) {
        return byRevision.computeIfAbsent(call.revision(), revision -> switch (CodebookReader.read(call.codebook())) {
            case CodebookReading.Good good -> good.codebook();
            case CodebookReading.Faulty faulty -> throw new IllegalStateException("stored codebook is faulty: " + faulty.faults());
        });
    }

    /**
     * The coder of the codebook in force, which has learnt from the passages that ship and from what people decided up to the latest learning; safe
     * for several threads. The first time it takes seconds.
     */
    public Coder coder(Call call) {
        Optional<Learning> latest = learnings.latest(call);
        return latest.isEmpty() ? CODERS.computeIfAbsent(call.codebook(), codebook -> Coder.trained(of(call), TrainingPassages.shipped()))
                : taught.compute(call.revision(), (revision, known) -> known != null && known.learning().id() >= latest.get().id() ? known
                        : teach(call, latest.get())).coder();
    }

    private Taught teach(Call call, Learning learning) {
        return new Taught(learning, Coder.trained(of(call), TrainingPassages.shipped(), learnings.passages(learning, of(call))));
    }

    private record Taught(Learning learning, Coder coder) {}
}
