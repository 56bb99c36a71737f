package org.rapporteur.desk;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.NewLetter;

/**
 * A letter as lists show it.
 *
 * @param id its key
 * @param kind what it is for, in a word
 * @param subject in one line
 * @param recipient its address
 * @param country name of the country it concerns; empty where none is known
 * @param language its name
 * @param delivery the delivery that it answers; null where it answers none
 * @param state for style sheets: accepted, held, or empty
 * @param word how far it has come, in words
 * @param when the moment that goes with the word
 * @param trouble what was wrong; may be empty
 * @param approvable whether a person can let it go
 * @param withdrawable whether it can still stay here
 * @param sendable whether it can be sent again
 * @param by who decided on it; empty where nobody had to
 */
record LetterRow(long id, String kind, String subject, String recipient, String country, String language, @Nullable Long delivery,
        String state, String word, String when, String trouble, boolean approvable, boolean withdrawable, boolean sendable, String by) {

    static LetterRow of(Letter letter) {
        NewLetter content = letter.content();
        return new LetterRow(letter.id(), kind(content.kind()), content.subject(), content.recipient(),
                Optional.ofNullable(content.country()).map(country -> Countries.name(country, Locale.ENGLISH)).orElse(""),
                content.language().getDisplayLanguage(Locale.ENGLISH), content.delivery(), style(letter.state()), word(letter), when(letter),
                letter.trouble(), letter.state() == LetterState.WAITS_FOR_APPROVAL,
                letter.state() == LetterState.WAITS_FOR_APPROVAL || letter.state() == LetterState.TO_SEND || letter.state() == LetterState.HELD,
                letter.state() != LetterState.WAITS_FOR_APPROVAL && letter.state() != LetterState.TO_SEND,
                letter.decision() == null ? "" : letter.decision().by());
    }

    private static String kind(LetterKind kind) {
        return switch (kind) {
            case RECEIPT -> "receipt";
            case ACKNOWLEDGEMENT -> "acknowledgement";
            case NOTICE -> "notice to an unknown sender";
            case QUESTION -> "question";
            case ALARM -> "alarm";
            case DIGEST -> "digest";
        };
    }

    private static String style(LetterState state) {
        return switch (state) {
            case SENT -> "accepted";
            case BOUNCED, HELD -> "held";
            case WAITS_FOR_APPROVAL, TO_SEND, WITHDRAWN -> "";
        };
    }

    private static String word(Letter letter) {
        return switch (letter.state()) {
            case WAITS_FOR_APPROVAL -> "waits for approval";
            case TO_SEND -> "to be sent";
            case SENT -> "sent";
            case BOUNCED -> "came back";
            case WITHDRAWN -> letter.decision() == null ? "withdrawn" : "withdrawn by " + letter.decision().by();
            case HELD -> "could not be sent";
        };
    }

    private static String when(Letter letter) {
        return Moments.shown(switch (letter.state()) {
            case WAITS_FOR_APPROVAL, TO_SEND, HELD -> letter.writtenAt();
            case SENT -> letter.sentAt() == null ? letter.writtenAt() : letter.sentAt();
            case BOUNCED -> letter.bouncedAt() == null ? letter.writtenAt() : letter.bouncedAt();
            case WITHDRAWN -> letter.decision() == null ? letter.writtenAt() : letter.decision().at();
        });
    }
}
