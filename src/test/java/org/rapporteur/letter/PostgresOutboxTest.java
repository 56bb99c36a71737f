package org.rapporteur.letter;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresOutboxTest extends OutboxContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
