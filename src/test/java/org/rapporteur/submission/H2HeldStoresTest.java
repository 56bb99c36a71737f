package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2HeldStoresTest extends HeldStoresContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
