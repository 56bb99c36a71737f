package org.rapporteur.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.rapporteur.passage.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How papers came. */
@Repository
class PaperStates {

    private final JdbcClient jdbc;

    PaperStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the latest revision that carries an extraction came after the day on which papers were due, by extraction. */
    Map<Long, Boolean> late(Collection<Long> extractions) {
        Map<Long, Boolean> late = new HashMap<>();
        Batches.of(extractions).forEach(some -> jdbc.sql("""
                SELECT e.id, y.late FROM extraction e
                JOIN document d ON d.part_id = e.part_id
                JOIN revision r ON r.id = d.revision_id
                JOIN delivery y ON y.id = r.delivery_id
                WHERE e.id IN (:extractions) ORDER BY r.ordinal
                """).param("extractions", some).query(row -> {
            late.put(row.getLong("id"), row.getBoolean("late"));
        }));
        return late;
    }
}
