package org.rapporteur.letter;

/** How far a letter has come. */
public enum LetterState {
    WAITS_FOR_APPROVAL,
    TO_SEND,
    /** the mail server has taken it */
    SENT,
    /** it came back */
    BOUNCED,
    /** a person decided that it is not sent */
    WITHDRAWN,
    /** it could not be sent, several times; a person may send it again */
    HELD
}
