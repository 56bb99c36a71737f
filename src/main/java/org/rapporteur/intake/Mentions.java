package org.rapporteur.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.Letters;
import org.rapporteur.letter.ReceivedHead;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Finds out which submission a mail is about: by the numbers in its subject, else by the mail that it answers. */
@Component
public class Mentions {

    /** of a longer thread, what lies further back is not asked for */
    private static final int LONGEST_THREAD = 50;

    private final Submissions submissions;
    private final Deliveries deliveries;
    private final Letters letters;
    private final Originals originals;
    private final Calls calls;

    Mentions(Submissions submissions, Deliveries deliveries, Letters letters, Originals originals, Calls calls) {
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.letters = letters;
        this.originals = originals;
        this.calls = calls;
    }

    /**
     * The one country that a sender may submit for; where there are several, the one whose paper the mail names.
     *
     * @param id of the call
     * @param raw the message
     */
    public Optional<CountryCode> country(long id, String sender, String subject, Sha256 raw) {
        Call call = calls.get(id);
        Set<CountryCode> theirs = call.countriesOf(sender);
        Set<CountryCode> meant = theirs.size() < 2 ? theirs : in(call, subject, raw).stream()
                .flatMap(mention -> mention.countries().stream().filter(theirs::contains).limit(1)).collect(Collectors.toSet());
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** What a delivery names; several where its subject does. */
    List<Mention> of(Call call, Delivery delivery) {
        return in(call, delivery.subject(), delivery.sender() == null ? null : delivery.original());
    }

    /** @param raw the message; null where it is no mail */
    private List<Mention> in(Call call, String subject, @Nullable Sha256 raw) {
        List<Mention> numbers = SubmissionNumber.in(subject, call.code()).stream().map(number -> submissions.find(call.id(), number))
                .flatMap(Optional::stream).distinct().map(submission -> about(submission, "names ")).toList();
        return numbers.isEmpty() && raw != null ? thread(call.id(), raw).stream().toList() : numbers;
    }

    /** What the nearest mail is about of those that it answers, as far as they are ours or came to us. */
    private Optional<Mention> thread(long call, Sha256 raw) {
        return ReceivedHead.of(originals.file(raw)).answers().stream().limit(LONGEST_THREAD)
                .map(id -> letters.withMessageId(id).flatMap(letter -> behind(call, letter)).or(() -> behind(call, id)))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<Mention> behind(long call, Letter letter) {
        if (letter.content().call() != call) {
            return Optional.empty();
        }
        Long delivery = letter.content().delivery();
        return Optional.ofNullable(delivery).flatMap(id -> brought(call, deliveries.get(id)))
                .or(() -> Optional.ofNullable(letter.content().country()).map(Mentions::about));
    }

    /** Anybody may give a mail the name of another one: the first that had it counts. */
    private Optional<Mention> behind(long call, String messageId) {
        return deliveries.withMessageId(call, messageId).stream().map(delivery -> brought(call, delivery)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Mention> brought(long call, Delivery delivery) {
        long first = delivery.decision() == null ? delivery.id() : Objects.requireNonNullElse(delivery.decision().duplicateOf(), delivery.id());
        boolean counts = delivery.outcome() != DeliveryOutcome.REFUSED && delivery.outcome() != DeliveryOutcome.IGNORED;
        return submissions.broughtBy(call, first).map(revision -> about(revision.submission(), "answers a mail about "))
                .or(() -> Optional.ofNullable(delivery.country()).filter(known -> counts).map(Mentions::about));
    }

    private static Mention about(Submission submission, String how) {
        return new Mention(how + submission.number(), submission.countries(), submission.id());
    }

    private static Mention about(CountryCode country) {
        return new Mention("answers a mail about the paper of " + country, List.of(country), null);
    }
}
