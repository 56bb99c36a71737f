package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresLearningsTest extends LearningsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
