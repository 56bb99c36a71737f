package org.rapporteur.passage;

import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of a paper that can be coded and cited.
 *
 * @param id its identity for good; 0 before it is stored
 * @param extraction the extraction it belongs to
 * @param ordinal 1-based place in its extraction
 * @param locator where it stands
 * @param language ISO 639-1, or {@code und}
 * @param text verbatim, never blank
 * @param confidence 0 to 100, how sure OCR is of its least sure paragraph; null where it was not read by OCR
 */
public record Passage(long id, long extraction, int ordinal, Locator locator, String language, String text, @Nullable Integer confidence) {

    public Passage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("passage " + ordinal + " of extraction " + extraction + " has no text");
        }
        if (ordinal < 1) {
            throw new IllegalArgumentException("passages count from 1, not " + ordinal);
        }
    }

    /** A passage that was not read by OCR. */
    public Passage(long id, long extraction, int ordinal, Locator locator, String language, String text) {
        this(id, extraction, ordinal, locator, language, text, null);
    }
}
