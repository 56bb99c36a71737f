package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2MovesTest extends MovesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
