package org.rapporteur.pipeline;

import org.rapporteur.submission.PlainFailure;

/** Another program listens on a port of the trial mailbox. */
final class MailPortInUse extends PlainFailure {

    MailPortInUse(int port, String setting, Throwable cause) {
        super("Port %d of the trial mailbox is in use; end what listens there, choose another with %s, or name a mail server with rapporteur.mail.host."
                .formatted(port, setting), cause);
    }
}
