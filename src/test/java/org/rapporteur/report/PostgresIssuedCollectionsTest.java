package org.rapporteur.report;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresIssuedCollectionsTest extends IssuedCollectionsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
