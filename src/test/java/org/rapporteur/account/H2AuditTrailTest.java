package org.rapporteur.account;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2AuditTrailTest extends AuditTrailContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
