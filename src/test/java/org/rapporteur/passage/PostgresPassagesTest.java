package org.rapporteur.passage;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresPassagesTest extends PassagesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
