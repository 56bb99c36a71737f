package org.rapporteur.letter;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class PostgresLettersTest extends LettersContract {

    @Override
    DataSource database() {
        return Databases.postgres();
    }
}
