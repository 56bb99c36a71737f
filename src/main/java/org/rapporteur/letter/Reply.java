package org.rapporteur.letter;

/** What a mail is to the letters of the house. */
public sealed interface Reply {

    /** It answers none of them. */
    record ToNothing() implements Reply {}

    /** A person answers a letter. */
    record ByPerson(Letter letter) implements Reply {}

    /** A machine answers a letter and sends nothing along: out of office, read, received. */
    record ByMachine(Letter letter) implements Reply {}

    /**
     * A mail server tells what became of a letter.
     *
     * @param lost whether it will not arrive
     * @param why in the words of the server
     */
    record Report(Letter letter, boolean lost, String why) implements Reply {}
}
