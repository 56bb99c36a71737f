package org.rapporteur.coding;

/**
 * What the machine proposes for a passage.
 *
 * @param passage its key
 * @param code the code
 * @param score 0 to 1
 * @param threshold from which it counts
 * @param status of what is described
 * @param outcome reported of it
 * @param cue that fired, as written in the codebook
 * @param start where it stands, 0-based in the text of the passage, UTF-16 code units
 * @param end after its last character
 */
public record Coding(long passage, CodeId code, double score, double threshold, Status status, Outcome outcome, String cue, int start,
        int end) {

    public Coding {
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("a score is from 0 to 1, not " + score);
        }
    }

    public boolean counts() {
        return score >= threshold;
    }
}
