package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.List;
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
    private final Gathering gathering;
    private final Indexed indexed;

    IndexStep(WorkItems work, Indexing indexing, Owner owner, Gathering gathering, Indexed indexed) {
        this.work = work;
        this.indexing = indexing;
        this.owner = owner;
        this.gathering = gathering;
        this.indexed = indexed;
    }

    /** The changes of an item were listed with its codings, so they are all among those that are taken over here. */
    public void catchUp() {
        if (indexing.mayWrite()) {
            gathering.claim(Stage.CODED, AT_ONCE).ifPresent(this::index);
        }
    }

    private void index(List<WorkItem> items) {
        boolean done = false;
        try {
            indexing.catchUp();
            indexed.end(items);
            done = true;
        } finally {
            items.forEach(owner::letGo);
            if (!done) {
                items.forEach(item -> work.retryAfter(item, PAUSE));
            }
        }
    }
}
