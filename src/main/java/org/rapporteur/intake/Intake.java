package org.rapporteur.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what arrives. When a call returns, the bytes are on the disk and the delivery is committed; only then may the mail be
 * marked or the file be moved. The same thing through the same channel again is the same delivery.
 */
@Component
public class Intake {

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
                null, name, null, country.orElse(null), late(call)), name, "application/octet-stream", IgnoredFiles.rule(place));
    }

    /**
     * Takes in a raw message.
     *
     * @param key what the mail server knows it by: account, folder, UIDVALIDITY and UID
     * @param country as the folder it was found in says; empty for mail that was sent to us
     */
    public Delivery message(Call call, Channel channel, String key, byte[] raw, Optional<CountryCode> country) {
        Sha256 original = originals.keep(raw);
        MessageHead head = MessageHead.of(raw);
        CountryCode from = country.or(() -> head.sender().flatMap(call::contact).map(Contact::country)).orElse(null);
        String subject = head.subject().isBlank() ? "(no subject)" : head.subject();
        return record(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, channel, key, original, head.sender().orElse(null),
                subject, head.messageId().orElse(null), from, late(call)), "message.eml", "message/rfc822", Optional.empty());
    }

    /** Path and hash; a path too long for a key is replaced by its own hash. */
    static String folderKey(String place, Sha256 original) {
        return (place.length() <= LONGEST_PLACE ? place : Sha256.of(place).hex()) + "|" + original;
    }

    private Delivery record(Deliveries.Arrival arrival, String name, String mediaType, Optional<Delivery.Decided> ignored) {
        return transaction.execute(status -> deliveries.find(arrival.call(), arrival.channel(), arrival.key())
                .orElseGet(() -> first(arrival, name, mediaType, ignored)));
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

    private Optional<Delivery.Decided> duplicate(Deliveries.Arrival arrival) {
        return deliveries.sameBytes(arrival.call(), arrival.original(), arrival.country())
                .map(earlier -> new Delivery.Decided(DeliveryOutcome.DUPLICATE, "same-bytes",
                        "The same bytes came before as delivery %d%s; nothing is to be done.".formatted(earlier.id(),
                                earlier.country() == null ? "" : " for " + earlier.country()), earlier.id()));
    }

    /** Deliveries of one country are decided in the order they came. */
    static @Nullable String lane(@Nullable CountryCode country) {
        return country == null ? null : country.value();
    }

    private boolean late(Call call) {
        LocalDate due = call.content().papersDue();
        return due != null && LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(due);
    }
}
