package org.rapporteur.submission;

/** What a part counts for. */
public enum PartStanding {
    /** a message around other parts */
    ENVELOPE,
    /** counts as paper, annex or language version */
    DOCUMENT,
    /** kept and not read: a logo, a signature, a covering note */
    LEFT_OUT
}
