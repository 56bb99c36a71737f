package org.rapporteur.synthesis;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2DraftsTest extends DraftsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
