package org.rapporteur.letter;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.MailAddress;
import org.rapporteur.country.CountryCode;

/**
 * A letter to be written.
 *
 * @param call the key of its call
 * @param kind what it is for
 * @param occasion what it is written about, such as {@code receipt of delivery 12}; of each occasion of a call one letter is written,
 *     however often it is asked for; 1 to 400 characters
 * @param delivery the delivery that it answers; null where it answers none
 * @param country whom it concerns; null where nobody knows, and for alarms
 * @param recipient its address
 * @param language in which it is written
 * @param subject in one line
 * @param text the whole letter as plain text
 * @param html the same as a page of HTML
 * @param choice the same with lines that a person has to confirm first; null where there are none
 */
public record NewLetter(long call, LetterKind kind, String occasion, @Nullable Long delivery, @Nullable CountryCode country,
        String recipient, Locale language, String subject, String text, String html, @Nullable Choice choice) {

    public NewLetter {
        if (occasion.isBlank() || occasion.length() > 400) {
            throw new IllegalArgumentException("a letter has an occasion of 1 to 400 characters, not '%s'".formatted(occasion));
        }
        if (!MailAddress.is(recipient)) {
            throw new IllegalArgumentException("a letter goes to one mail address, not to '%s'".formatted(recipient));
        }
        if (subject.isBlank() || text.isBlank() || html.isBlank()) {
            throw new IllegalArgumentException("the letter '%s' needs a subject, a text and a page".formatted(occasion));
        }
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        subject = subject.length() <= 1000 ? subject : subject.substring(0, 1000);
    }

    /** A letter in which there is nothing to confirm. */
    public NewLetter(long call, LetterKind kind, String occasion, @Nullable Long delivery, @Nullable CountryCode country, String recipient,
            Locale language, String subject, String text, String html) {
        this(call, kind, occasion, delivery, country, recipient, language, subject, text, html, null);
    }

    /** The letter with the lines that a person has to confirm. */
    public record Choice(String text, String html) {}
}
