package org.rapporteur.call;

/** What a contact is for the paper of a country. */
public enum ContactRole {
    /** writes the paper */
    AUTHOR,
    /** represents the country at the meeting */
    DELEGATE,
    /** the delegation, which reads along */
    DELEGATION_IN_COPY
}
