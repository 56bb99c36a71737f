package org.rapporteur.submission;

import java.nio.file.Path;
import java.time.Clock;
import org.rapporteur.Rows;
import org.rapporteur.account.AuditTrails;

/** Opens the stores of what arrived for the tests of other packages. */
public final class Stores {

    private Stores() {}

    public static Deliveries deliveries(Rows rows, Clock clock) {
        return new Deliveries(rows.jdbc(), AuditTrails.on(rows.jdbc(), clock), rows.transaction(), event -> { }, clock);
    }

    public static Submissions submissions(Rows rows) {
        return new Submissions(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC());
    }

    public static Placements placements(Rows rows) {
        return new Placements(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), rows.transaction(), Clock.systemUTC());
    }

    public static Moves moves(Rows rows) {
        return new Moves(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), submissions(rows), Clock.systemUTC());
    }

    public static WorkItems work(Rows rows, Clock clock) {
        return new WorkItems(rows.jdbc(), rows.transaction(), clock);
    }

    public static Originals originals(Path folder, Rows rows) {
        return new Originals(folder, rows.jdbc(), Clock.systemUTC());
    }
}
