package org.rapporteur.account;

/** What a person at the desk may do. */
public enum Role {
    /** searches and reads */
    ANALYST,
    /** runs the call: sees who sent what, and restricted papers */
    SECRETARIAT,
    /** may do everything */
    ADMINISTRATOR
}
