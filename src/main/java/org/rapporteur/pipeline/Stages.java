package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the routes call: claim what waits at a stage, run its step, end the claim; after a failure wait, and in the end hold. */
@Component("stages")
public class Stages {

    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final WorkItems work;
    private final Deliveries deliveries;
    private final Owner owner;
    private final TransactionTemplate transaction;
    private final Steps steps;

    Stages(WorkItems work, Deliveries deliveries, Owner owner, TransactionTemplate transaction, Steps steps) {
        this.work = work;
        this.deliveries = deliveries;
        this.owner = owner;
        this.transaction = transaction;
        this.steps = steps;
    }

    /** What waits at a stage, claimed one by one as the route asks for it. */
    public Iterator<WorkItem> claim(Stage stage) {
        return new Claims(() -> owner.claim(stage));
    }

    /** Runs the step that follows the item's stage. */
    public void run(WorkItem item) {
        try {
            StageOutcome outcome = steps.after(item.stage()).run(item);
            transaction.executeWithoutResult(status -> end(item, outcome));
        } finally {
            owner.letGo(item);
        }
        LOG.info("delivery {}: {} done", item.subject(), item.stage());
    }

    /** After an exception: the item waits longer each time; after {@value #MOST_ATTEMPTS} attempts a person has to look at it. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        WorkItem item = exchange.getIn().getBody(WorkItem.class);
        if (item == null) {
            LOG.error("{} could not claim anything and tries again", exchange.getFromRouteId(), cause);
            return;
        }
        LOG.warn("delivery {}: {} did not work out, attempt {}", item.subject(), item.stage(), item.attempts() + 1, cause);
        if (item.attempts() + 1 < MOST_ATTEMPTS) {
            work.retryAfter(item, FIRST_DELAY.multipliedBy(1L << (2 * item.attempts())));
        } else {
            transaction.executeWithoutResult(status -> holdAfterFailure(item));
        }
    }

    private void end(WorkItem item, StageOutcome outcome) {
        boolean ours = switch (outcome) {
            case StageOutcome.Done done -> work.advance(item, done.next());
            case StageOutcome.Stopped stopped -> work.hold(item);
        };
        if (ours) {
            outcome.writes().run();
        } else {
            LOG.info("delivery {}: somebody else has taken over at {}", item.subject(), item.stage());
        }
    }

    private void holdAfterFailure(WorkItem item) {
        if (work.hold(item)) {
            deliveries.decide(item.subject(), Delivery.Decided.held("failed-step",
                    "A step of the reading did not work out %d times; the log tells more. Try it again, or ask whoever runs Rapporteur."
                            .formatted(MOST_ATTEMPTS)));
        }
    }

    /**
     * Claims lazily, so that no item is lent before somebody is free to work on it. Once it ended it stays ended, even if an item
     * has arrived since: the splitter asks again after its last item, and what it is given then it never runs.
     */
    private static final class Claims implements Iterator<WorkItem> {

        private final java.util.function.Supplier<Optional<WorkItem>> source;
        private Optional<WorkItem> next = Optional.empty();
        private boolean ended;

        Claims(java.util.function.Supplier<Optional<WorkItem>> source) {
            this.source = source;
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && !ended) {
                next = source.get();
                ended = next.isEmpty();
            }
            return next.isPresent();
        }

        @Override
        public WorkItem next() {
            hasNext();
            WorkItem item = next.orElseThrow(NoSuchElementException::new);
            next = Optional.empty();
            return item;
        }
    }
}
