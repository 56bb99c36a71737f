package org.rapporteur.submission;

/** How a paper or passage may be cited. */
public enum Attribution {
    NAMED,
    UNNAMED,
    NOT_FOR_QUOTATION
}
