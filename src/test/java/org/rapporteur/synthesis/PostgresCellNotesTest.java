package org.rapporteur.synthesis;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresCellNotesTest extends CellNotesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
