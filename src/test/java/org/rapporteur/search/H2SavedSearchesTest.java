package org.rapporteur.search;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2SavedSearchesTest extends SavedSearchesContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
