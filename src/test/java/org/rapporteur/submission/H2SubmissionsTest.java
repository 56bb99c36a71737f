package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2SubmissionsTest extends SubmissionsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
