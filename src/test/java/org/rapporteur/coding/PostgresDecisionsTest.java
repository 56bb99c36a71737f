package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresDecisionsTest extends DecisionsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
