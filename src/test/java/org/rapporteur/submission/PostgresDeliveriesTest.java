package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresDeliveriesTest extends DeliveriesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
