package org.rapporteur.extraction;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresExtractionsTest extends ExtractionsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
