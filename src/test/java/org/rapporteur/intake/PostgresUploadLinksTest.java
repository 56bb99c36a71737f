package org.rapporteur.intake;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresUploadLinksTest extends UploadLinksContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
