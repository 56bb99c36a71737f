package org.rapporteur.coding;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Who is to read and code which paper. */
@Repository
public class Assignments {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Assignments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a paper, or a part of it, to somebody.
     *
     * @param section the heading of the part; empty for the whole paper
     * @return its key; empty where there is no such paper, or the person has it already and is not done
     */
    public Optional<Long> give(long call, SubmissionNumber paper, String section, Actor assignee, String note, @Nullable LocalDate due, Actor by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        int made = jdbc.sql("""
                INSERT INTO assignment (call_id, submission_id, section, assignee, note, due, made_by, made_at)
                SELECT s.call_id, s.id, CAST(:section AS VARCHAR(500)), CAST(:assignee AS VARCHAR(200)), CAST(:note AS VARCHAR(1000)), CAST(:due AS DATE),
                       CAST(:by AS VARCHAR(200)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
                FROM submission s
                WHERE s.call_id = :call AND s.number = :number AND NOT EXISTS (
                      SELECT 1 FROM assignment a WHERE a.submission_id = s.id AND a.section = :section AND a.assignee = :assignee
                        AND a.done_at IS NULL AND a.removed_at IS NULL)
                """).param("section", section).param("assignee", assignee.name()).param("note", note).param("due", due == null ? null : Date.valueOf(due), Types.DATE)
                .param("by", by.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("call", call).param("number", paper.value()).update(key, "id");
        if (made == 0) {
            return Optional.empty();
        }
        audit.add(by, "assignment-given", paper.value(), section.isEmpty() ? "to " + assignee.name() : "to " + assignee.name() + ", a part", call);
        return Optional.of(key.getKeyAs(Long.class));
    }

    /** All of a call that stand, those that are not done first, by day and paper. */
    public List<Assignment> of(long call) {
        return jdbc.sql("""
                SELECT a.id, s.number, a.section, a.assignee, a.note, a.due, a.made_by, a.done_at FROM assignment a JOIN submission s ON s.id = a.submission_id
                WHERE a.call_id = :call AND a.removed_at IS NULL
                ORDER BY CASE WHEN a.done_at IS NULL THEN 0 ELSE 1 END, CASE WHEN a.due IS NULL THEN 1 ELSE 0 END, a.due, s.number, a.id
                """).param("call", call).query(Assignments::assignment).list();
    }

    /** The assignee is done, or is not after all; false where it is not that person's, or was so before. */
    public boolean done(long call, long id, boolean done, Actor assignee) {
        boolean changed = jdbc.sql("""
                UPDATE assignment SET done_at = CAST(:at AS TIMESTAMP WITH TIME ZONE)
                WHERE id = :id AND call_id = :call AND assignee = :assignee AND removed_at IS NULL AND (done_at IS NULL) = :done
                """).param("at", done ? clock.instant().atOffset(ZoneOffset.UTC) : null, Types.TIMESTAMP_WITH_TIMEZONE).param("id", id).param("call", call)
                .param("assignee", assignee.name()).param("done", done).update() == 1;
        if (changed) {
            audit.add(assignee, done ? "assignment-done" : "assignment-reopened", "assignment " + id, "", call);
        }
        return changed;
    }

    /** Takes it from the assignee again; false where it does not stand. */
    public boolean remove(long call, long id, Actor by) {
        boolean changed = jdbc.sql("UPDATE assignment SET removed_at = :at WHERE id = :id AND call_id = :call AND removed_at IS NULL")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).param("call", call).update() == 1;
        if (changed) {
            audit.add(by, "assignment-removed", "assignment " + id, "", call);
        }
        return changed;
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        Date due = row.getDate("due");
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Assignment(row.getLong("id"), new SubmissionNumber(row.getString("number")), row.getString("section"), row.getString("assignee"), row.getString("note"),
                due == null ? null : due.toLocalDate(), row.getString("made_by"), done == null ? null : done.toInstant());
    }
}
