package org.rapporteur.passage;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresOwnWordsTest extends OwnWordsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
