package org.rapporteur.search;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.rapporteur.passage.OwnWordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the index has yet to take over: listed with the change itself, struck off one by one after the commit of the index. */
@Repository
public class IndexChanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    IndexChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A listed change: its key, the key of the call, and the extraction whose passages are to be taken over. */
    public record Change(long id, long call, long extraction) {}

    /** Lists extractions, and the others of their papers: a rule of access that one of them lost or found reaches them all. */
    public void add(long call, Collection<Long> extractions) {
        for (Long extraction : extractions) {
            jdbc.sql("""
                    INSERT INTO index_change (call_id, extraction_id, changed_at)
                    SELECT CAST(:call AS BIGINT), listed.id, CAST(:at AS TIMESTAMP WITH TIME ZONE)
                    FROM (SELECT CAST(:extraction AS BIGINT) AS id
                          UNION
                          SELECT other.id FROM extraction e
                          JOIN document d ON d.part_id = e.part_id
                          JOIN revision r ON r.id = d.revision_id
                          JOIN revision s ON s.submission_id = r.submission_id
                          JOIN document f ON f.revision_id = s.id
                          JOIN extraction other ON other.part_id = f.part_id
                          WHERE e.id = :extraction) listed
                    ORDER BY listed.id
                    """)
                    .param("call", call).param("extraction", extraction).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** What is counted on a text rests on which of its words are the country's own. */
    @EventListener
    void ownWordsChanged(OwnWordsChanged changed) {
        add(changed.call(), changed.extractions());
    }

    /** Lists all that was ever read of a submission: it is of another country, or goes by another number. */
    public void addPaper(long call, long submission) {
        jdbc.sql("""
                INSERT INTO index_change (call_id, extraction_id, changed_at)
                SELECT CAST(:call AS BIGINT), listed.id, CAST(:at AS TIMESTAMP WITH TIME ZONE)
                FROM (SELECT DISTINCT e.id FROM revision r
                      JOIN document d ON d.revision_id = r.id
                      JOIN extraction e ON e.part_id = d.part_id
                      WHERE r.submission_id = :submission) listed
                ORDER BY listed.id
                """)
                .param("call", call).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("submission", submission).update();
    }

    /** The oldest changes that are not struck off. */
    public List<Change> pending(int most) {
        return jdbc.sql("SELECT id, call_id, extraction_id FROM index_change ORDER BY id LIMIT :most").param("most", most)
                .query((row, n) -> new Change(row.getLong(1), row.getLong(2), row.getLong(3))).list();
    }

    public void strikeOff(Collection<Change> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql("DELETE FROM index_change WHERE id IN (:ids)").param("ids", changes.stream().map(Change::id).toList()).update();
        }
    }

    /** Whether there is any passage. */
    boolean anythingToList() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM passage)").query(Boolean.class).single();
    }

    /** Lists everything there is, for an index that is built anew. */
    public void addAll() {
        jdbc.sql("""
                INSERT INTO index_change (call_id, extraction_id, changed_at)
                SELECT call_id, id, :at FROM extraction e WHERE EXISTS (SELECT 1 FROM passage p WHERE p.extraction_id = e.id)
                """).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
