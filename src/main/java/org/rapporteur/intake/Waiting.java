package org.rapporteur.intake;

import java.util.Optional;
import java.util.function.Function;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people act on what waits for them: one at a time, and only as long as it does wait. */
@Component
class Waiting {

    private final Deliveries deliveries;
    private final WorkItems work;
    private final TransactionTemplate transaction;

    Waiting(Deliveries deliveries, WorkItems work, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.work = work;
        this.transaction = transaction;
    }

    /** Runs the act in one transaction, in which nobody else can act on the delivery; where it waits no more, tells what happened meanwhile. */
    Answer on(long delivery, Function<Delivery, Answer> act) {
        return transaction.execute(status -> {
            Optional<Stage> stand = work.stand(WorkKind.DELIVERY, delivery);
            Delivery now = deliveries.get(delivery);
            if (now.outcome() != DeliveryOutcome.HELD) {
                return new Answer.Unchanged(meanwhile(now));
            }
            return stand.equals(Optional.of(Stage.HELD)) ? act.apply(now)
                    : new Answer.Unchanged("Nothing was changed: it is being read again just now; please look again in a moment.");
        });
    }

    private static String meanwhile(Delivery delivery) {
        Delivery.Decided decision = delivery.decision();
        return "Nothing was changed: it is no longer held. " + (decision == null ? "It is being read." : switch (decision.outcome()) {
            case ACCEPTED -> "It was accepted meanwhile as %s.".formatted(decision.reason());
            case DUPLICATE -> "It turned out meanwhile to bring nothing new.";
            case REFUSED -> "It was refused meanwhile.";
            case IGNORED -> "It was left aside meanwhile.";
            case HELD -> throw new IllegalStateException("delivery %d is held".formatted(delivery.id()));
        });
    }
}
