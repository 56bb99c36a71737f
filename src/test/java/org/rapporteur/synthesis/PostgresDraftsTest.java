package org.rapporteur.synthesis;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresDraftsTest extends DraftsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
