package org.rapporteur.submission;

/** How far a subject of the work table has come. */
public enum Stage {
    RECEIVED,
    EXTRACTED,
    SPLIT,
    CODED,
    INDEXED,
    TO_SEND,
    SENT,
    TO_RECODE,
    RECODED,
    /** waits for a person, whatever its kind */
    HELD
}
