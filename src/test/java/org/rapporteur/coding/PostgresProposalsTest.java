package org.rapporteur.coding;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresProposalsTest extends ProposalsContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
