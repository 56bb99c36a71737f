package org.rapporteur.account;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresAccountsTest extends AccountsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
