package org.rapporteur.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Contact;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what arrives. When a call returns, the bytes are on the disk and the delivery is committed; only then may the mail be
 * marked or the file be moved. The same thing through the same channel again is the same delivery.
 */
@Component
public class Intake {

    private static final String SAME_BYTES = "same-bytes";
    private static final int LONGEST_PLACE = 900;

    private final Originals originals;
    private final Deliveries deliveries;
    private final WorkItems work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(Originals originals, Deliveries deliveries, WorkItems work, TransactionTemplate transaction, Clock clock) {
        this.originals = originals;
        this.deliveries = deliveries;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes in a file from a folder.
     *
     * @param place its path below the folder, with {@code /}
     * @param country as folder or person say; empty where neither does: then a mail's sender decides, else it is held
     */
    public Delivery file(Call call, Path file, String place, Optional<CountryCode> country) {
        Sha256 original = originals.keep(file);
        String name = FileNames.harmless(file.getFileName().toString());
        return record(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.FOLDER, folderKey(place, original), original,
                null, name, null, country.orElse(null), null, null, late(call, Optional.empty())), name,
                "application/octet-stream", IgnoredFiles.rule(place));
    }

    /**
     * Takes in a raw message.
     *
     * @param key what the mail server knows it by: account, folder, UIDVALIDITY and UID
     * @param country as the folder it was found in says; empty for mail that was sent to us
     * @param arrived when it reached the mail server; empty where nobody knows: then it arrives now, whatever its sender dated it
     */
    public Delivery message(Call call, Channel channel, String key, byte[] raw, Optional<CountryCode> country, Optional<Instant> arrived) {
        Sha256 original = originals.keep(raw);
        MessageHead head = MessageHead.of(raw);
        CountryCode from = country.or(() -> head.sender().flatMap(call::contact).map(Contact::country)).orElse(null);
        String subject = head.subject().isBlank() ? "(no subject)" : head.subject();
        return record(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, channel, key, original, head.sender().orElse(null),
                subject, head.messageId().orElse(null), from, head.sent().orElse(null), arrived.orElse(null), late(call, arrived)),
                "message.eml", "message/rfc822", Optional.empty());
    }

    /** Path and hash; a path too long for a key is replaced by its own hash. */
    static String folderKey(String place, Sha256 original) {
        return (place.length() <= LONGEST_PLACE ? place : Sha256.of(place).hex()) + "|" + original;
    }

    private Delivery record(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored) {
        return transaction.execute(status -> deliveries.find(arrival.call(), arrival.channel(), arrival.key())
                .map(known -> again(known, arrival)).orElseGet(() -> first(arrival, name, mediaType, ignored)));
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
                && Set.of(DeliveryOutcome.HELD, DeliveryOutcome.REFUSED).contains(deliveries.get(known.decision().duplicateOf()).outcome());
    }

    private Optional<Delivery.Decided> duplicate(Deliveries.Arrival arrival) {
        return deliveries.sameBytes(arrival.call(), arrival.original(), arrival.country())
                .map(earlier -> new Delivery.Decided(DeliveryOutcome.DUPLICATE, SAME_BYTES,
                        "The same bytes came before as delivery %d%s; nothing is to be done.".formatted(earlier.id(),
                                earlier.country() == null ? "" : " for " + earlier.country()), earlier.id()));
    }

    /** Deliveries of one country are decided in the order they came. */
    static @Nullable String lane(@Nullable CountryCode country) {
        return country == null ? null : country.value();
    }

    private boolean late(Call call, Optional<Instant> arrived) {
        LocalDate due = call.content().papersDue();
        return due != null && LocalDate.ofInstant(arrived.orElseGet(clock::instant), ZoneOffset.UTC).isAfter(due);
    }
}
