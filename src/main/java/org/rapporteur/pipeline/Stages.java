package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
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
    /** few enough that a batch ends long before its lease does */
    private static final int BATCH = 25;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final WorkItems work;
    private final Deliveries deliveries;
    private final Owner owner;
    private final Gathering gathering;
    private final TransactionTemplate transaction;
    private final Steps steps;

    Stages(WorkItems work, Deliveries deliveries, Owner owner, Gathering gathering, TransactionTemplate transaction, Steps steps) {
        this.work = work;
        this.deliveries = deliveries;
        this.owner = owner;
        this.gathering = gathering;
        this.transaction = transaction;
        this.steps = steps;
    }

    /** What waits at a stage, claimed one by one as the route asks for it. */
    public Iterator<WorkItem> claim(Stage stage) {
        return new Claims<>(() -> owner.claim(stage, 1).stream().findFirst());
    }

    /** What waits at a stage, claimed in batches as the route asks for them. */
    public Iterator<List<WorkItem>> claimBatches(Stage stage) {
        return new Claims<>(() -> gathering.claim(stage, BATCH).filter(items -> !items.isEmpty()));
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

    /** Runs the step that follows the stage of a batch, with one commit; where that does not work out, one by one, so that only the faulty wait. */
    public void runBatch(List<WorkItem> items) {
        try {
            List<StageOutcome> outcomes = steps.after(items.getFirst().stage()).run(items);
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < items.size(); i++) {
                    end(items.get(i), outcomes.get(i));
                }
            });
            items.forEach(owner::letGo);
            items.forEach(item -> LOG.info("delivery {}: {} done", item.subject(), item.stage()));
        } catch (RuntimeException | Error together) {
            items.forEach(this::runAlone);
        }
    }

    private void runAlone(WorkItem item) {
        try {
            run(item);
        } catch (RuntimeException | Error cause) {
            failed(item, cause);
        }
    }

    /** After an exception: the item waits longer each time; after {@value #MOST_ATTEMPTS} attempts a person has to look at it. */
    public void failed(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (exchange.getIn().getBody() instanceof WorkItem item) {
            failed(item, cause);
        } else {
            LOG.error("{} could not claim anything and tries again", exchange.getFromRouteId(), cause);
        }
    }

    private void failed(WorkItem item, Throwable cause) {
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
     * Claims lazily, so that nothing is lent before somebody is free to work on it. Once it ended it stays ended, even if an item
     * has arrived since: the splitter asks again after its last item, and what it is given then it never runs.
     */
    private static final class Claims<T> implements Iterator<T> {

        private final java.util.function.Supplier<Optional<T>> source;
        private Optional<T> next = Optional.empty();
        private boolean ended;

        Claims(java.util.function.Supplier<Optional<T>> source) {
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
        public T next() {
            hasNext();
            T item = next.orElseThrow(NoSuchElementException::new);
            next = Optional.empty();
            return item;
        }
    }
}
