package org.rapporteur.synthesis;

import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;

/**
 * A passage chosen to carry a statement.
 *
 * @param id its key in the database
 * @param passage the passage
 * @param country in whose name it speaks
 * @param citation as printed: "Korea, para. 12"
 * @param submission number of its paper
 * @param quotation verbatim from the passage; null where the passage is cited and not quoted
 * @param language of the passage, ISO 639-1 or {@code und}
 * @param text the whole passage, for the evidence list
 */
public record Evidence(long id, long passage, CountryCode country, String citation, String submission,
        @Nullable String quotation, String language, String text) {}
