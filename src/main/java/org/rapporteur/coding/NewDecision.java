package org.rapporteur.coding;

import org.jspecify.annotations.Nullable;

/**
 * A decision to be written down.
 *
 * @param passage the passage that the coder had before the eyes
 * @param code which code
 * @param kind what of it
 * @param status of what is described; of a rejection it says nothing
 * @param outcome reported of it; of a rejection it says nothing
 * @param extent the stretch that is coded; null for the whole passage
 * @param memo why, for colleagues; at most {@value #LONGEST_MEMO} characters, may be empty
 */
public record NewDecision(long passage, CodeId code, DecisionKind kind, Status status, Outcome outcome, @Nullable Extent extent, String memo) {

    public static final int LONGEST_MEMO = 2000;

    public NewDecision {
        if (memo.length() > LONGEST_MEMO) {
            throw new IllegalArgumentException("a memo has at most %d characters, not %d".formatted(LONGEST_MEMO, memo.length()));
        }
    }

    /**
     * A stretch of a passage.
     *
     * @param start 0-based offset in its text, UTF-16 code units
     * @param end after its last character
     */
    public record Extent(int start, int end) {

        public Extent {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("a stretch begins before it ends, not %d to %d".formatted(start, end));
            }
        }
    }
}
