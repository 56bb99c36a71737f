package org.rapporteur.letter;

import java.time.Clock;
import org.rapporteur.Rows;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.submission.Stores;

/** Opens the outbox for the tests of other packages. */
public final class Outboxes {

    private static final SmtpSettings SMTP = new SmtpSettings(null, 25, null, null, false, "papers@intake.example", "Secretariat");

    private Outboxes() {}

    public static Outbox on(Rows rows, Clock clock) {
        return new Outbox(new Letters(rows.jdbc(), clock), new LetterRules(Stores.deliveries(rows, clock), SMTP), Stores.work(rows, clock),
                AuditTrails.on(rows.jdbc(), clock), rows.transaction());
    }
}
