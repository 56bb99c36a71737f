package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2AssignmentsTest extends AssignmentsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
