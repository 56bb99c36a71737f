package org.rapporteur.call;

/** Whether a call writes letters to countries. */
public enum LetterSwitch {
    /** nobody is written to */
    OFF,
    /** every letter waits until a person approves it */
    APPROVE,
    /** receipts, acknowledgements and notices go out of themselves; questions wait for a person all the same */
    AUTOMATIC
}
