package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2SamplesTest extends SamplesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
