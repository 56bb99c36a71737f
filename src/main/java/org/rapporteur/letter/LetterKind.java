package org.rapporteur.letter;

/** What a letter is for. */
public enum LetterKind {
    /** tells what was read of a delivery, or what could not be */
    RECEIPT,
    /** tells that a delivery arrived, where reading it takes a while */
    ACKNOWLEDGEMENT,
    /** tells somebody unknown that something arrived, and nothing more */
    NOTICE,
    /** asks the sender something */
    QUESTION,
    /** tells the secretariat that something is wrong; nobody has to approve it */
    ALARM,
    /** tells an analyst which kept searches find new passages; nobody has to approve it */
    DIGEST;

    /** Whether it goes to people of the desk and to no country: nobody approves it, and no daily measure holds it. */
    boolean staysInTheHouse() {
        return this == ALARM || this == DIGEST;
    }
}
