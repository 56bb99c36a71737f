package org.rapporteur.submission;

/** Who may see a paper or passage. */
public enum Access {
    PUBLIC,
    RESTRICTED
}
