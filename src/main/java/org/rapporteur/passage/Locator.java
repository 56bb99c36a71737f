package org.rapporteur.passage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a passage stands in its paper.
 *
 * @param page 1-based page of its first character; null where the format has none
 * @param paragraph printed paragraph number, else its ordinal in the paper ("12", "12-13" where it spans several); null for
 *     text that stands before the first printed number
 * @param headingPath headings above it, the outermost first; may be empty
 * @param start 0-based offset of its first character in the text of its extraction, UTF-16 code units
 * @param end offset after its last character
 */
public record Locator(@Nullable Integer page, @Nullable String paragraph, List<String> headingPath, int start, int end) {

    public Locator {
        headingPath = List.copyOf(headingPath);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a passage runs from start to a later end, not " + start + " to " + end);
        }
        if (page != null && page < 1) {
            throw new IllegalArgumentException("pages count from 1, not " + page);
        }
    }
}
