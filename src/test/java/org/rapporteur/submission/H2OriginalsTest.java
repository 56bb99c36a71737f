package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2OriginalsTest extends OriginalsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
