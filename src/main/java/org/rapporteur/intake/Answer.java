package org.rapporteur.intake;

/** What came of an act of a person on a delivery. */
public sealed interface Answer {

    /** In plain words, for whoever acted. */
    String sentence();

    /** It was done. */
    record Done(String sentence) implements Answer {}

    /** Nothing was changed, and why. */
    record Unchanged(String sentence) implements Answer {}
}
