package org.rapporteur.call;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresCallsTest extends CallsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
