package org.rapporteur.passage;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2PassagesTest extends PassagesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
