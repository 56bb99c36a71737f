package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresOriginalsTest extends OriginalsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
