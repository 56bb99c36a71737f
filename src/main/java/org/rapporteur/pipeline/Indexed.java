package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.List;
import org.rapporteur.letter.Receipts;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of the way: papers that the index holds are INDEXED, and their senders are answered, in one transaction. */
@Component
class Indexed {

    private static final Logger LOG = LoggerFactory.getLogger(Indexed.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final WorkItems work;
    private final Receipts receipts;
    private final TransactionTemplate transaction;

    Indexed(WorkItems work, Receipts receipts, TransactionTemplate transaction) {
        this.work = work;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    /** With one commit; where that does not work out, one by one, so that a letter that can't be written keeps nobody else waiting. */
    void end(List<WorkItem> items) {
        try {
            transaction.executeWithoutResult(status -> items.forEach(this::end));
        } catch (RuntimeException together) {
            items.forEach(this::endAlone);
        }
    }

    private void endAlone(WorkItem item) {
        try {
            transaction.executeWithoutResult(status -> end(item));
        } catch (RuntimeException cause) {
            LOG.warn("delivery {}: it is found by search, but its end could not be written; it is tried again", item.subject(), cause);
            work.retryAfter(item, LATER);
        }
    }

    private void end(WorkItem item) {
        if (work.advance(item, Stage.INDEXED)) {
            receipts.indexed(item.subject());
        }
    }
}
