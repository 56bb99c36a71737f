package org.rapporteur.passage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a paragraph from one revision to the next.
 *
 * @param kind what became of it
 * @param before the passage of the earlier revision that holds it; null where it was added
 * @param after the passage of the later revision that holds it; null where it is gone
 * @param text what it says, or said, in order; where it was changed, with what is gone and what was added
 */
public record Change(Kind kind, @Nullable CitedPassage before, @Nullable CitedPassage after, List<Stretch> text) {

    /** What became of a paragraph, or of some words in it. */
    public enum Kind {
        /** it says the same at the same place */
        SAME,
        /** some of its words are others */
        CHANGED,
        /** it says the same at another place */
        MOVED,
        /** it is new */
        ADDED,
        /** it is no longer there */
        GONE
    }

    /** Some words, with the blanks after them; same, added or gone. */
    public record Stretch(String text, Kind kind) {}

    public Change {
        text = List.copyOf(text);
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change is of a passage before it, after it, or both");
        }
    }

    /** The passage that holds it now, or held it when it went. */
    public CitedPassage passage() {
        return after == null ? before : after;
    }
}
