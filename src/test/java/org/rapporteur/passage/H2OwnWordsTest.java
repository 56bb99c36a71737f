package org.rapporteur.passage;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2OwnWordsTest extends OwnWordsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
