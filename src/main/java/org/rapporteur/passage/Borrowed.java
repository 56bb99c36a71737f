package org.rapporteur.passage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Sentences.Span;

/**
 * What of a passage is not the country's own.
 *
 * @param passage its key
 * @param words how many words it has
 * @param shared how many of them stand elsewhere, or stand on a cover or a form: 1 to {@code words}
 * @param from where they come from
 * @param others countries whose papers, open to everybody, say the same; may be empty
 * @param stretches where it is not the country's own, in its text and in order; what one other country says too is not among them
 * @param declaredBy who said that it is the country's own all the same; null where nobody did
 */
public record Borrowed(long passage, int words, int shared, Source from, List<CountryCode> others, List<Span> stretches,
        @Nullable String declaredBy) {

    /** Where words come from that are not a country's own. */
    public enum Source {
        /** the call repeats them */
        CALL,
        /** papers of two other countries or more have them too */
        RECURRING,
        /** a paper of one other country has more than half of them too; nobody knows whose they are, so they count */
        SHARED,
        /** a cover page */
        COVER,
        /** a form to be filled in */
        FORM;

        static final Set<Source> OF_NO_COUNTRY = Set.of(CALL, COVER, FORM);
    }

    public Borrowed {
        others = List.copyOf(others);
        stretches = List.copyOf(stretches);
        if (shared < 1 || shared > words) {
            throw new IllegalArgumentException("of %d words not %d are borrowed".formatted(words, shared));
        }
    }

    /** Whether more than half of it is not the country's own, and nobody said that it is: as a whole it is no evidence, what is left may be. */
    public boolean isNoEvidence() {
        return declaredBy == null && from != Source.SHARED && 2 * shared > words;
    }

    /** How many of its words count as the country's own. */
    public int own() {
        return declaredBy == null && from != Source.SHARED ? words - shared : words;
    }

    /**
     * Whether something can be built on a stretch of the passage: not where more than half of it is borrowed.
     *
     * @param start 0-based offset in the passage, UTF-16 code units
     * @param end offset after it; the same as {@code start} for the whole passage
     */
    public boolean carries(int start, int end) {
        int taken = stretches.stream().mapToInt(span -> Math.max(0, Math.min(end, span.end()) - Math.max(start, span.start()))).sum();
        return declaredBy != null || (start == end ? !isNoEvidence() : 2 * taken <= end - start);
    }
}
