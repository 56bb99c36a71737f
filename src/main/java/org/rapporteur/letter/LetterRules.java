package org.rapporteur.letter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.Deliveries;
import org.springframework.stereotype.Component;

/** Says whether a letter may be written, and whether a person has to approve it. */
@Component
class LetterRules {

    private final Deliveries deliveries;
    private final SmtpSettings smtp;

    LetterRules(Deliveries deliveries, SmtpSettings smtp) {
        this.deliveries = deliveries;
        this.smtp = smtp;
    }

    Ruling on(NewLetter letter) {
        if (smtp.domain().isEmpty()) {
            return new Ruling.Forbidden("Letters need the address they come from; set rapporteur.smtp.from.");
        }
        if (letter.recipient().equalsIgnoreCase(smtp.from())) {
            return new Ruling.Forbidden("It would go to our own address.");
        }
        return new Ruling.Allowed(envelope(letter), letter.kind() == LetterKind.ALARM ? LetterState.TO_SEND : LetterState.WAITS_FOR_APPROVAL);
    }

    private Envelope envelope(NewLetter letter) {
        String answered = letter.delivery() == null ? null : messageId(deliveries.get(letter.delivery()).messageId());
        return new Envelope("<%s@%s>".formatted(UUID.randomUUID(), smtp.domain()), answered, answered == null ? "" : answered);
    }

    private static @Nullable String messageId(@Nullable String given) {
        return given != null && given.matches("<[^<>\\s]+>") ? given : null;
    }
}
