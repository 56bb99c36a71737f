package org.rapporteur.letter;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2OutboxTest extends OutboxContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
