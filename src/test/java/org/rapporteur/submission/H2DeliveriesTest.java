package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2DeliveriesTest extends DeliveriesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
