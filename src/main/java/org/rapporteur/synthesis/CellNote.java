package org.rapporteur.synthesis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;

/**
 * What somebody wrote of a country on a theme or question, for a cell of the matrix.
 *
 * @param id its key; every version has one
 * @param code the theme or question
 * @param version 1-based
 * @param text 1 to {@value #MOST_WORDS} words; empty where the note was taken away
 * @param passages keys of the passages it rests on; none only where the text is empty
 * @param by who wrote this version
 * @param confirmedBy who found that the passages say it; null where nobody has
 */
public record CellNote(long id, CodeId code, CountryCode country, int version, String text, List<Long> passages, String by, Instant at,
        @Nullable String confirmedBy) {

    public static final int MOST_WORDS = 25;

    public CellNote {
        passages = List.copyOf(passages);
    }

    /** How many words a text has. */
    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
