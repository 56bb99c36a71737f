package org.rapporteur.submission;

import java.time.Instant;
import org.rapporteur.country.CountryCode;

/**
 * A submission was said to be of another country.
 *
 * @param id its key
 * @param from the country of its former number
 * @param to the country of its number now
 * @param before its former number
 * @param after its number now
 * @param actor who said so
 * @param at when
 */
public record Move(long id, CountryCode from, CountryCode to, SubmissionNumber before, SubmissionNumber after, String actor, Instant at) {

    public Move {
        if (from.equals(to) || before.equals(after)) {
            throw new IllegalArgumentException("a move leads from one country to another, not from %s to %s".formatted(before, after));
        }
    }
}
