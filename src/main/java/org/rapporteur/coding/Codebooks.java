package org.rapporteur.coding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.rapporteur.call.Call;
import org.springframework.stereotype.Component;

/** The codebooks of calls, read once for each revision. */
@Component
public class Codebooks {

    /** by text of the codebook, once a process: learning takes seconds, and the same codebook gives the same coder; before anything was learnt from decisions */
    private static final Map<String, Coder> CODERS = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Coder> eldest) {
            return size() > MOST_CODERS;
        }
    });
    private static final Object LEARNING_SHIPPED = new Object();
    private static final int MOST_CODERS = 4;

    private final Learnings learnings;
    private final Map<Long, Codebook> byRevision = new ConcurrentHashMap<>();
    /** by key of the call: of earlier codebooks and learnings nothing is kept */
    private final Map<Long, Taught> taught = new ConcurrentHashMap<>();
    private final ReentrantLock learning = new ReentrantLock();

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
     * for several threads. The first time it takes seconds; while it learns anew, others are given the one before.
     */
    public Coder coder(Call call) {
        Optional<Learning> latest = learnings.latest(call);
        if (latest.isEmpty()) {
            return shipped(call);
        }
        Taught known = taught.get(call.id());
        if (known != null && known.isOf(call, latest.get())) {
            return known.coder();
        }
        if (known != null && known.revision() == call.revision()) {
            return learning.tryLock() ? unlocking(() -> taught(call, latest.get())) : known.coder();
        }
        learning.lock();
        return unlocking(() -> taught(call, latest.get()));
    }

    private Coder unlocking(Supplier<Coder> learnt) {
        try {
            return learnt.get();
        } finally {
            learning.unlock();
        }
    }

    private Coder taught(Call call, Learning latest) {
        Taught known = taught.get(call.id());
        if (known == null || !known.isOf(call, latest)) {
            known = new Taught(call.revision(), latest, Coder.trained(of(call), TrainingPassages.shipped(), learnings.passages(latest, of(call))));
            taught.put(call.id(), known);
        }
        return known.coder();
    }

    private Coder shipped(Call call) {
        Coder known = CODERS.get(call.codebook());
        if (known == null) {
            synchronized (LEARNING_SHIPPED) {
                known = CODERS.get(call.codebook());
                if (known == null) {
                    known = Coder.trained(of(call), TrainingPassages.shipped());
                    CODERS.put(call.codebook(), known);
                }
            }
        }
        return known;
    }

    /** What was learnt last for a call. */
    private record Taught(long revision, Learning learning, Coder coder) {

        boolean isOf(Call call, Learning latest) {
            return revision == call.revision() && learning.id() >= latest.id();
        }
    }
}
