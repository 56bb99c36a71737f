package org.rapporteur.passage;

import org.rapporteur.Rows;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Makes the store of passages for the tests of other packages. */
public final class PassageStores {

    private PassageStores() {}

    public static Passages on(Rows rows) {
        return new Passages(rows.jdbc(), new NamedParameterJdbcTemplate(rows.source()));
    }
}
