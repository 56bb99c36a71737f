package org.rapporteur.coding;

/**
 * A coding of the machine on which nobody has decided.
 *
 * @param passage key of the passage
 * @param code which code
 * @param score how sure the machine is, 0 to 1
 * @param threshold from which it counts
 * @param status of what is described, as the machine has it
 * @param outcome reported of it, likewise
 * @param start 0-based offset in the passage of what speaks for it, UTF-16 code units
 * @param end offset after it
 */
public record Proposal(long passage, CodeId code, double score, double threshold, Status status, Outcome outcome, int start, int end) {

    /** How far it is from where it would count otherwise: the smaller, the less the machine knows. */
    public double distance() {
        return Math.abs(score - threshold);
    }
}
