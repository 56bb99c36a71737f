package org.rapporteur.intake;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2UploadLinksTest extends UploadLinksContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
