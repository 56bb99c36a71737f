package org.rapporteur.submission;

/** How far a delivery has come; the work table holds it. */
public enum Stage {
    RECEIVED,
    EXTRACTED,
    SPLIT,
    CODED,
    INDEXED,
    HELD
}
