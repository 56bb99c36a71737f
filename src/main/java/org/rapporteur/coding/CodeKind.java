package org.rapporteur.coding;

/** What an entry of the codebook is. */
public enum CodeKind {
    THEME,
    QUESTION,
    CODE,
    FRAMEWORK,
    PRECONDITION,
    INSTRUMENT,
    LEVEL,
    STATUS,
    OUTCOME
}
