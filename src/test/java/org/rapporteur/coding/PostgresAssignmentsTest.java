package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresAssignmentsTest extends AssignmentsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
