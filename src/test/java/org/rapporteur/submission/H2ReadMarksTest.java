package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2ReadMarksTest extends ReadMarksContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
