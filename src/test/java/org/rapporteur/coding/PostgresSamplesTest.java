package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresSamplesTest extends SamplesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
