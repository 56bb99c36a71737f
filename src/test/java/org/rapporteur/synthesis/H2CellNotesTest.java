package org.rapporteur.synthesis;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2CellNotesTest extends CellNotesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
