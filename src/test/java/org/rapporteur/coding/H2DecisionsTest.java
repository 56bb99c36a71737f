package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2DecisionsTest extends DecisionsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
