package org.rapporteur.intake;

/** What was wrong at a look into the mailbox. */
public enum MailFault {
    /** the server, or the token endpoint, does not take the log-in */
    CREDENTIALS_REFUSED(true),
    /** the server's certificate does not prove that it is the server */
    NOT_TRUSTED(true),
    /** it cannot be reached, or broke off */
    UNREACHABLE(false),
    /** some messages could not be taken in; the others were */
    MESSAGES_LEFT(true);

    private final boolean urgent;

    MailFault(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether people are told at once, and not only when it lasts. */
    boolean isUrgent() {
        return urgent;
    }
}
