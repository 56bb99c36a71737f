package org.rapporteur.coding;

/**
 * A coding that counts: a person's decision where there is one, else the machine's.
 *
 * @param passage its key
 * @param code the code
 * @param confirmed whether a person decided it
 * @param score 0 to 1
 * @param status of what is described
 * @param outcome reported of it
 * @param cue that fired; empty where a person decided, and where the model found it without one
 * @param start 0-based offset in the passage where the cue fired, or of the sentence that speaks most for it, UTF-16 code units; where a
 *     person decided, of the stretch coded, 0 for the whole passage
 * @param end offset after it; 0 for the whole passage
 * @param terms the words that made the model think so; may be empty
 */
public record EffectiveCoding(long passage, CodeId code, boolean confirmed, double score, Status status, Outcome outcome, String cue,
        int start, int end, String terms) {}
