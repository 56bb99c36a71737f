package org.rapporteur.search;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresIndexChangesTest extends IndexChangesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
