package org.rapporteur.call;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2CallsTest extends CallsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
