package org.rapporteur.letter;

import java.nio.file.Path;
import java.time.Clock;
import org.rapporteur.Rows;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.CallContents;
import org.rapporteur.submission.Stores;

/** Opens the outbox for the tests of other packages. */
public final class Outboxes {

    private static final SmtpSettings SMTP = new SmtpSettings(null, 25, null, null, false, "papers@intake.example", "Secretariat");

    private Outboxes() {}

    /** What recognises answers to letters. */
    public static Replies replies(Rows rows, Clock clock) {
        return new Replies(new Letters(rows.jdbc(), clock));
    }

    public static Letters letters(Rows rows) {
        return new Letters(rows.jdbc(), Clock.systemUTC());
    }

    /** @param originals where the bytes of deliveries are kept */
    public static Outbox on(Rows rows, Clock clock, Path originals) {
        LetterRules rules = new LetterRules(CallContents.store(rows), Stores.deliveries(rows, clock), Stores.originals(originals, rows), SMTP,
                "papers@intake.example");
        return new Outbox(new Letters(rows.jdbc(), clock), rules, Stores.work(rows, clock), AuditTrails.on(rows.jdbc(), clock),
                rows.transaction());
    }
}
