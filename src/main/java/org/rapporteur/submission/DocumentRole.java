package org.rapporteur.submission;

/** What a document is in its revision. */
public enum DocumentRole {
    MAIN,
    ANNEX,
    LANGUAGE_VERSION
}
