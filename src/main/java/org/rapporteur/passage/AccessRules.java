package org.rapporteur.passage;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /**
     * A rule that holds for a text of a paper.
     *
     * @param passage key of a passage with this text
     * @param text what it says
     * @param lost whether the paper in force no longer says it: then the rule holds for all of it
     */
    public record Rule(long passage, String text, Access access, Attribution attribution, String actor, Instant at, boolean lost) {}

    /** The rules for texts of a submission, the latest first. */
    public List<Rule> of(long submission) {
        return jdbc.sql("""
                SELECT p.id, p.text, a.access, a.attribution, a.actor, a.set_at, l.lost
                FROM passage_access a
                JOIN passage_rule l ON l.submission_id = a.submission_id AND l.text_sha256 = a.text_sha256
                JOIN passage p ON p.extraction_id = a.extraction_id AND p.start_offset = a.start_offset AND p.end_offset = a.end_offset
                WHERE a.submission_id = :submission AND a.undone_at IS NULL
                  AND a.id = (SELECT MAX(m.id) FROM passage_access m
                              WHERE m.submission_id = a.submission_id AND m.text_sha256 = a.text_sha256 AND m.undone_at IS NULL)
                ORDER BY a.id DESC
                """).param("submission", submission).query((row, n) -> new Rule(row.getLong("id"), row.getString("text"), Access.valueOf(row.getString("access")),
                Attribution.valueOf(row.getString("attribution")), row.getString("actor"), row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("lost"))).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
