package org.rapporteur.letter;

/** Whether a letter may be written. */
sealed interface Ruling {

    /** It may, under this head, and begins in this state. */
    record Allowed(LetterHead head, LetterState state) implements Ruling {}

    /** @param reason in a sentence, for the audit */
    record Forbidden(String reason) implements Ruling {}
}
