package org.rapporteur.letter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many letters are sent.
 *
 * @param perDay at most so many to one address on one day (UTC); the rest waits till the next
 */
@ConfigurationProperties("rapporteur.letters")
public record LetterSettings(@DefaultValue("10") int perDay) {

    public LetterSettings {
        if (perDay < 1) {
            throw new IllegalArgumentException("rapporteur.letters.per-day is 1 or more, not " + perDay);
        }
    }
}
