package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2ProposalsTest extends ProposalsContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
