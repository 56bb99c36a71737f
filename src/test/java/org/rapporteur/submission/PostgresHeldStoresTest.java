package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresHeldStoresTest extends HeldStoresContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
