package org.rapporteur.search;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2IndexChangesTest extends IndexChangesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
