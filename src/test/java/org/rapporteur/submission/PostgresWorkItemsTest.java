package org.rapporteur.submission;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresWorkItemsTest extends WorkItemsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
