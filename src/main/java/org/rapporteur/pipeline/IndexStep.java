package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapporteur.search.Indexing;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.springframework.stereotype.Component;

/** Takes over into the index what is coded, many papers with one commit. */
@Component("indexing-step")
public class IndexStep {

    private static final int AT_ONCE = 50;
    /** before work is tried again that a full disk or a lost database interrupted */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WorkItems work;
    private final Indexing indexing;
    private final Owner owner;

    IndexStep(WorkItems work, Indexing indexing, Owner owner) {
        this.work = work;
        this.indexing = indexing;
        this.owner = owner;
    }

    /** The changes of an item were listed with its codings, so they are all among those that are taken over here. */
    public void catchUp() {
        if (!indexing.mayWrite()) {
            return;
        }
        List<WorkItem> items = new ArrayList<>();
        boolean done = false;
        try {
            for (Optional<WorkItem> item = claim(); item.isPresent(); item = items.size() < AT_ONCE ? claim() : Optional.empty()) {
                items.add(item.get());
            }
            indexing.catchUp();
            items.forEach(item -> work.advance(item, Stage.INDEXED));
            done = true;
        } finally {
            items.forEach(owner::letGo);
            if (!done) {
                items.forEach(item -> work.retryAfter(item, PAUSE));
            }
        }
    }

    private Optional<WorkItem> claim() {
        return owner.claim(Stage.CODED);
    }
}
