package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresReadMarksTest extends ReadMarksContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
