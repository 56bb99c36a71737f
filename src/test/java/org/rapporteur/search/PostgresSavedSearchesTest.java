package org.rapporteur.search;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresSavedSearchesTest extends SavedSearchesContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
