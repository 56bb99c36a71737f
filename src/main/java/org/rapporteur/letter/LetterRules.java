package org.rapporteur.letter;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.call.Calls;
import org.rapporteur.call.LetterSwitch;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Originals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says whether a letter may be written, and whether a person has to approve it. */
@Component
class LetterRules {

    private static final Set<LetterKind> ANSWERS = Set.of(LetterKind.RECEIPT, LetterKind.ACKNOWLEDGEMENT, LetterKind.NOTICE);

    private final Calls calls;
    private final Deliveries deliveries;
    private final Originals originals;
    private final SmtpSettings smtp;
    private final String mailbox;

    /** @param mailbox log-in of the mailbox that papers are fetched from, mostly its address */
    LetterRules(Calls calls, Deliveries deliveries, Originals originals, SmtpSettings smtp,
            @Value("${rapporteur.mail.user:papers@localhost}") String mailbox) {
        this.calls = calls;
        this.deliveries = deliveries;
        this.originals = originals;
        this.smtp = smtp;
        this.mailbox = mailbox;
    }

    Ruling on(NewLetter letter) {
        if (letter.recipient().equalsIgnoreCase(smtp.from()) || letter.recipient().equalsIgnoreCase(mailbox)) {
            return new Ruling.Forbidden("It would go to our own address.");
        }
        if (letter.kind().staysInTheHouse()) {
            return new Ruling.Allowed(answering(Optional.empty()), LetterState.TO_SEND);
        }
        LetterSwitch letters = calls.get(letter.call()).content().correspondence().letters();
        if (letters == LetterSwitch.OFF) {
            return new Ruling.Forbidden("The call writes no letters; 'letters: approve' in its call.yaml lets it.");
        }
        return answer(letter, letters == LetterSwitch.AUTOMATIC && ANSWERS.contains(letter.kind()) ? LetterState.TO_SEND
                : LetterState.WAITS_FOR_APPROVAL);
    }

    private Ruling answer(NewLetter letter, LetterState state) {
        Optional<Delivery> answered = Optional.ofNullable(letter.delivery()).map(deliveries::get);
        if (ANSWERS.contains(letter.kind()) && answered.filter(delivery -> delivery.channel() == Channel.FOLDER).isPresent()) {
            return new Ruling.Forbidden("It came as a file, so that nobody is to be answered.");
        }
        if (ANSWERS.contains(letter.kind()) && answered.filter(delivery -> delivery.authentication().isDoubtful()).isPresent()) {
            return new Ruling.Forbidden("Our mail server could not tell who sent it, so that the one it names is not written to.");
        }
        Optional<ReceivedHead> head = answered.filter(delivery -> delivery.channel() == Channel.MAIL)
                .map(delivery -> ReceivedHead.of(originals.file(delivery.original())));
        return head.flatMap(ReceivedHead::whyNoAnswer).<Ruling>map(Ruling.Forbidden::new)
                .orElseGet(() -> new Ruling.Allowed(answering(head), state));
    }

    private LetterHead answering(Optional<ReceivedHead> answered) {
        return new LetterHead("<%s@%s>".formatted(UUID.randomUUID(), smtp.domain()), answered.flatMap(ReceivedHead::messageId).orElse(null),
                answered.map(ReceivedHead::thread).orElse(""));
    }
}
