package org.rapporteur.passage;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people decided on who may see a passage and how it may be cited. A rule holds for the same text in every revision of the
 * paper; where the text no longer stands in the paper in force, it holds for the whole paper, until a person undoes it. List the
 * extraction for the index after every change.
 */
@Repository
public class AccessRules {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets the rule for a passage, in the place of an earlier one; false where there is no such passage in a paper. */
    public boolean set(long passage, Access access, Attribution attribution, String actor) {
        return jdbc.sql("""
                INSERT INTO passage_access (call_id, submission_id, extraction_id, start_offset, end_offset, text_sha256, access,
                                            attribution, actor, set_at)
                SELECT DISTINCT p.call_id, r.submission_id, p.extraction_id, p.start_offset, p.end_offset, p.text_sha256,
                       CAST(:access AS VARCHAR(20)), CAST(:attribution AS VARCHAR(20)), CAST(:actor AS VARCHAR(200)),
                       CAST(:now AS TIMESTAMP WITH TIME ZONE)
                FROM passage p
                JOIN extraction e ON e.id = p.extraction_id
                JOIN document d ON d.part_id = e.part_id
                JOIN revision r ON r.id = d.revision_id
                WHERE p.id = :passage
                """).param("access", access.name()).param("attribution", attribution.name()).param("actor", actor).param("now", now())
                .param("passage", passage).update() > 0;
    }

    /** Undoes every rule for the text of a passage, in all revisions of its paper; false where there is none. */
    public boolean undo(long passage) {
        return jdbc.sql("""
                UPDATE passage_access SET undone_at = :now
                WHERE undone_at IS NULL AND EXISTS (
                    SELECT 1 FROM passage p
                    JOIN extraction e ON e.id = p.extraction_id
                    JOIN document d ON d.part_id = e.part_id
                    JOIN revision r ON r.id = d.revision_id
                    WHERE p.id = :passage AND r.submission_id = passage_access.submission_id
                      AND p.text_sha256 = passage_access.text_sha256)
                """).param("now", now()).param("passage", passage).update() > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
