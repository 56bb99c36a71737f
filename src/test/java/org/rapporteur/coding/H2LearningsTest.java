package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2LearningsTest extends LearningsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
