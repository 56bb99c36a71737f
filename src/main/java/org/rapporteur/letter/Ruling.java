package org.rapporteur.letter;

/** Whether a letter may be written. */
sealed interface Ruling {

    /** It may, under this envelope, and begins in this state. */
    record Allowed(Envelope envelope, LetterState state) implements Ruling {}

    /** @param reason in a sentence, for the audit */
    record Forbidden(String reason) implements Ruling {}
}
