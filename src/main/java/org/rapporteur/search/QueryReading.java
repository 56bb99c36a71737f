package org.rapporteur.search;

/** What was understood of a query. */
public sealed interface QueryReading {

    PassageQuery query();

    record Understood(PassageQuery query) implements QueryReading {}

    /** It has a mistake: where it is and what to do, and what is searched instead. */
    record Mistaken(String sentence, PassageQuery query) implements QueryReading {}
}
