package org.rapporteur.account;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresAuditTrailTest extends AuditTrailContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
