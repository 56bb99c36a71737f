package org.rapporteur.extraction;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2ExtractionsTest extends ExtractionsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
