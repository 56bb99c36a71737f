package org.rapporteur.submission;

/** As what a delivery is taken beside the papers of its country. */
public enum PlacementKind {
    /** a new revision: its paper takes the place of the main paper */
    REPLACES_MAIN,
    /** the paper in another language */
    LANGUAGE_VERSION,
    /** something that belongs to the paper */
    ANNEX,
    /** a paper of its own, under a number of its own */
    ANOTHER_PAPER
}
