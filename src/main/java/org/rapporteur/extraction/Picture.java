package org.rapporteur.extraction;

import org.jspecify.annotations.Nullable;

/**
 * A picture in a document, drawn anew from what its file holds, so that nothing but what is seen is left of it.
 *
 * @param after the text of the paragraph it stands in, or else of the last one before it; empty where there is none or nobody knows
 * @param page 1-based; null where the format has none
 * @param alternative what its author says is to be seen; may be empty
 * @param width as printed, in points
 * @param height likewise
 * @param type {@code png} or {@code jpeg}
 * @param bytes of that type; empty where it is of a kind that can't be drawn
 */
public record Picture(String after, @Nullable Integer page, String alternative, double width, double height, String type, byte[] bytes) {

    /** What is still to be drawn of a picture. */
    record Place(String after, @Nullable Integer page, String alternative, double width, double height) {}

    public boolean isDrawn() {
        return bytes.length > 0;
    }
}
