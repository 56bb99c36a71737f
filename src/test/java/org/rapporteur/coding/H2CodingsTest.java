package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2CodingsTest extends CodingsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
