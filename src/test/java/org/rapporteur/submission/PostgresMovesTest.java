package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresMovesTest extends MovesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
