package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2ExamplesTest extends ExamplesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
