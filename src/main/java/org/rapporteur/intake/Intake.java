package org.rapporteur.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Contact;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Replies;
import org.rapporteur.letter.Reply;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes in what arrives. When a call returns, the bytes are on the disk and the delivery is committed; only then may the mail be
 * marked or the file be moved. The same thing through the same channel again is the same delivery.
 */
@Component
public class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int LONGEST_PLACE = 900;

    private final Originals originals;
    private final Recording recording;
    private final Gateway gateway;
    private final Replies replies;
    private final Clock clock;

    Intake(Originals originals, Recording recording, Gateway gateway, Replies replies, Clock clock) {
        this.originals = originals;
        this.recording = recording;
        this.gateway = gateway;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Keeps the bytes of a message to its end, before anybody is told that it was taken in.
     *
     * @throws IOException where its source breaks off: then nothing is kept
     */
    <E extends Exception> Sha256 keep(Originals.Source<E> raw) throws IOException, E {
        return originals.keep(raw);
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
        return recording.record(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.FOLDER, folderKey(place, original), original,
                null, name, null, country.orElse(null), null, null, late(call, Optional.empty()), Authentication.UNCHECKED), name,
                "application/octet-stream", IgnoredFiles.rule(place));
    }

    /**
     * Takes in a raw message that is {@linkplain #keep kept}.
     *
     * @param key what the mail server knows it by: account, folder, UIDVALIDITY and UID
     * @param country as the folder it was found in says; empty for mail that was sent to us
     * @param arrived when it reached the mail server; empty where nobody knows: then it arrives now, whatever its sender dated it
     */
    Delivery message(Call call, Channel channel, String key, Sha256 original, Optional<CountryCode> country, Optional<Instant> arrived) {
        MessageHead head = MessageHead.of(originals.file(original));
        Reply reply = channel == Channel.MAIL ? reply(original) : new Reply.ToNothing();
        CountryCode from = country.or(() -> head.sender().flatMap(call::contact).map(Contact::country)).orElse(null);
        String subject = head.subject().isBlank() ? "(no subject)" : head.subject();
        return recording.record(new Deliveries.Arrival(call.id(), kind(reply), channel, key, original, head.sender().orElse(null),
                subject, head.messageId().orElse(null), from, head.sent().orElse(null), arrived.orElse(null), late(call, arrived),
                channel == Channel.MAIL ? gateway.check(head) : Authentication.UNCHECKED), "message.eml", "message/rfc822", settled(reply), () -> keep(reply));
    }

    /** What nobody can make out answers nothing: it is read as mail that came of itself, and a person sees it. */
    private Reply reply(Sha256 original) {
        try {
            return replies.of(originals.file(original));
        } catch (DataAccessException | UncheckedIOException machine) {
            throw machine;
        } catch (RuntimeException malformed) {
            LOG.warn("mail {} does not tell what it answers ({})", original, malformed.getClass().getSimpleName());
            return new Reply.ToNothing();
        }
    }

    private void keep(Reply reply) {
        if (reply instanceof Reply.Report report) {
            replies.keep(report);
        }
    }

    private static DeliveryKind kind(Reply reply) {
        return switch (reply) {
            case Reply.ToNothing none -> DeliveryKind.PAPER;
            case Reply.ByPerson person -> DeliveryKind.REPLY;
            case Reply.ByMachine machine -> DeliveryKind.REPLY;
            case Reply.Report report -> DeliveryKind.BOUNCE;
        };
    }

    /** Nobody has to read what machines say about letters; a person's answer may bring a paper. */
    private static Optional<Delivery.Decided> settled(Reply reply) {
        return switch (reply) {
            case Reply.ToNothing none -> Optional.empty();
            case Reply.ByPerson person -> Optional.empty();
            case Reply.ByMachine machine -> Optional.of(new Delivery.Decided(DeliveryOutcome.IGNORED, "automatic-reply",
                    "An automatic answer to letter %d; it is kept, and nothing is to be done.".formatted(machine.letter().id()), null));
            case Reply.Report report -> Optional.of(new Delivery.Decided(DeliveryOutcome.IGNORED, "delivery-report", (report.lost()
                    ? "Letter %d came back. %s" : "A mail server tells that letter %d is on its way. %s").formatted(report.letter().id(), report.why()), null));
        };
    }

    /** Takes in what somebody hands in at a link that opens; pressed twice it is the same delivery. */
    public Delivery upload(Call call, UploadLink link, Upload upload) throws IOException {
        Sha256 original = originals.keep((Originals.Source<RuntimeException>) upload::writeTo);
        String names = upload.files().stream().map(Upload.Chosen::name).collect(Collectors.joining(", "));
        return recording.record(new Deliveries.Arrival(call.id(), DeliveryKind.PAPER, Channel.UPLOAD, upload.key(link.id()), original, null,
                names.length() <= LONGEST_PLACE ? names : names.substring(0, LONGEST_PLACE), null, link.country(), null, null,
                late(call, Optional.empty()), Authentication.UNCHECKED), "upload.eml", "message/rfc822", Optional.empty());
    }

    /** Path and hash; a path too long for a key is replaced by its own hash. */
    static String folderKey(String place, Sha256 original) {
        return (place.length() <= LONGEST_PLACE ? place : Sha256.of(place).hex()) + "|" + original;
    }

    private boolean late(Call call, Optional<Instant> arrived) {
        LocalDate due = call.content().papersDue();
        return due != null && LocalDate.ofInstant(arrived.orElseGet(clock::instant), ZoneOffset.UTC).isAfter(due);
    }
}
