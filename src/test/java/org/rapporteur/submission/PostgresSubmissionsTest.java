package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresSubmissionsTest extends SubmissionsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
