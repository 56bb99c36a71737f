package org.rapporteur.account;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2AccountsTest extends AccountsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
