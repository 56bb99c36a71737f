package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresExamplesTest extends ExamplesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
