package org.rapporteur.report;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2IssuedCollectionsTest extends IssuedCollectionsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
