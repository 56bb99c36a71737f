package org.rapporteur.passage;

/**
 * The smallest piece of a paper that can be coded and cited.
 *
 * @param id its identity for good; 0 before it is stored
 * @param extraction the extraction it belongs to
 * @param ordinal 1-based place in its extraction
 * @param locator where it stands
 * @param language ISO 639-1, or {@code und}
 * @param text verbatim, never blank
 */
public record Passage(long id, long extraction, int ordinal, Locator locator, String language, String text) {

    public Passage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("passage " + ordinal + " of extraction " + extraction + " has no text");
        }
        if (ordinal < 1) {
            throw new IllegalArgumentException("passages count from 1, not " + ordinal);
        }
    }
}
