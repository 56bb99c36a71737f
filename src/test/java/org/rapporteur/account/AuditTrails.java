package org.rapporteur.account;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the audit trail for the tests of other packages. */
public final class AuditTrails {

    private AuditTrails() {}

    public static AuditTrail on(JdbcClient jdbc, Clock clock) {
        return new AuditTrail(jdbc, clock);
    }
}
