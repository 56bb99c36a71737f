package org.rapporteur.letter;

import javax.sql.DataSource;
import org.rapporteur.Databases;

class H2LettersTest extends LettersContract {

    @Override
    DataSource database() {
        return Databases.h2();
    }
}
