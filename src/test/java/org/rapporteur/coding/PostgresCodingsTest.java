package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresCodingsTest extends CodingsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
