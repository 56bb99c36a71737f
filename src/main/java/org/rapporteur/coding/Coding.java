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
 * @param cue that fired, as written in the codebook; empty where the model put it without one
 * @param start where it stands, or the sentence that speaks most for it, 0-based in the text of the passage, UTF-16 code units
 * @param end after its last character
 * @param terms the words that speak most for it, as the model sees them, parted by commas; empty where it was not asked
 */
public record Coding(long passage, CodeId code, double score, double threshold, Status status, Outcome outcome, String cue, int start,
        int end, String terms) {

    public Coding {
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("a score is from 0 to 1, not " + score);
        }
    }

    public boolean counts() {
        return score >= threshold;
    }
}
