package org.rapporteur.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the ledger what came in, once, and puts it to work. */
@Component
class Recording {

    private static final String SAME_BYTES = "same-bytes";

    private final Deliveries deliveries;
    private final WorkItems work;
    private final TransactionTemplate transaction;

    Recording(Deliveries deliveries, WorkItems work, TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.work = work;
        this.transaction = transaction;
    }

    /** @param ignored what was decided before anything was read; empty where it is to be read */
    Delivery record(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored) {
        return record(arrival, name, mediaType, ignored, () -> { });
    }

    /** @param along what is written along with it when it comes for the first time */
    Delivery record(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored, Runnable along) {
        try {
            return inOne(arrival, name, mediaType, ignored, along);
        } catch (DuplicateKeyException atTheSameTime) {
            return deliveries.find(arrival.call(), arrival.channel(), arrival.key()).orElseThrow(() -> atTheSameTime);
        }
    }

    private Delivery inOne(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored, Runnable along) {
        return transaction.execute(status -> deliveries.find(arrival.call(), arrival.channel(), arrival.key())
                .map(known -> again(known, arrival)).orElseGet(() -> {
                    along.run();
                    return first(arrival, name, mediaType, ignored);
                }));
    }

    private Delivery first(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored) {
        Optional<Delivery.Decided> known = ignored.or(() -> duplicate(arrival));
        Delivery delivery = deliveries.add(arrival);
        deliveries.addPart(arrival.call(), new Part(0, delivery.id(), null, 1, name, mediaType, arrival.original(),
                PartStanding.DOCUMENT, null));
        known.ifPresentOrElse(decision -> deliveries.decide(delivery.id(), decision),
                () -> work.add(arrival.call(), delivery.id(), Stage.RECEIVED, lane(arrival.country())));
        return deliveries.get(delivery.id());
    }

    /** What waits for a person is tried again, with what is known now: a country, a contact, a call that invites. */
    private Delivery again(Delivery known, Deliveries.Arrival arrival) {
        boolean tried = known.outcome() == DeliveryOutcome.HELD ? work.release(WorkKind.DELIVERY, known.id(), Stage.RECEIVED)
                : repeatsNothing(known);
        if (!tried) {
            return known;
        }
        if (known.outcome() != DeliveryOutcome.HELD) {
            work.add(known.call(), known.id(), Stage.RECEIVED, lane(known.country()));
        }
        if (arrival.country() != null && !arrival.country().equals(known.country())) {
            deliveries.identify(known.id(), known.sender(), known.subject(), arrival.country());
            work.changeLane(known.id(), arrival.country().value());
        }
        return deliveries.get(known.id());
    }

    /** Whether it was told to be a duplicate of one that has come to nothing since. */
    private boolean repeatsNothing(Delivery known) {
        return known.outcome() == DeliveryOutcome.DUPLICATE && known.decision().rule().equals(SAME_BYTES)
                && cameToNothing(deliveries.get(known.decision().duplicateOf()));
    }

    private static boolean cameToNothing(Delivery earlier) {
        return earlier.outcome() == DeliveryOutcome.HELD || earlier.outcome() == DeliveryOutcome.REFUSED;
    }

    private Optional<Delivery.Decided> duplicate(Deliveries.Arrival arrival) {
        Optional<Delivery> copied = arrival.channel() == Channel.MAIL ? deliveries.sameMail(arrival.call(), arrival.original()) : Optional.empty();
        return copied.or(() -> deliveries.sameBytes(arrival.call(), arrival.original(), arrival.country()))
                .map(earlier -> new Delivery.Decided(DeliveryOutcome.DUPLICATE, SAME_BYTES,
                        "The same bytes came before as delivery %d%s; nothing is to be done.".formatted(earlier.id(),
                                earlier.country() == null ? "" : " for " + earlier.country()), earlier.id()));
    }

    /** Deliveries of one country are decided in the order they came. */
    private static @Nullable String lane(@Nullable CountryCode country) {
        return country == null ? null : country.value();
    }
}
