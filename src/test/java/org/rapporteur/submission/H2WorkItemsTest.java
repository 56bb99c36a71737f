package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2WorkItemsTest extends WorkItemsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
