package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions as they are exchanged with other programs: of every coder, not only those that count. */
@Repository
public class CoderDecisions {

    private final JdbcClient jdbc;

    CoderDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions of a call in the order they came, those that were undone too; blind ones are left out, nobody may read them before they are adjudicated. */
    public List<CoderDecision> of(Call call) {
        return jdbc.sql("""
                SELECT d.id, s.number, d.text_sha256, d.code, d.actor, d.decided_at, d.verdict, d.status, d.outcome, d.memo,
                       COALESCE(d.extent_start - d.start_offset, 0) AS stretch_start, COALESCE(d.extent_end - d.start_offset, 0) AS stretch_end,
                       d.undone_at IS NOT NULL AS undone
                FROM decision d
                JOIN submission s ON s.id = d.submission_id
                WHERE d.call_id = :call AND d.blind_set IS NULL
                ORDER BY d.id
                """).param("call", call.id()).query(CoderDecisions::decision).list();
    }

    /** How many decisions of a call are blind. */
    public int blind(Call call) {
        return jdbc.sql("SELECT COUNT(*) FROM decision WHERE call_id = :call AND blind_set IS NOT NULL").param("call", call.id())
                .query(Integer.class).single();
    }

    private static CoderDecision decision(ResultSet row, int number) throws SQLException {
        return new CoderDecision(new SubmissionNumber(row.getString("number")), new Sha256(row.getString("text_sha256").strip()),
                new CodeId(row.getString("code")), new Actor(row.getString("actor")), row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("verdict").equals("REJECT"), Status.valueOf(row.getString("status")), Outcome.valueOf(row.getString("outcome")),
                row.getInt("stretch_start"), row.getInt("stretch_end"), row.getString("memo"), row.getBoolean("undone"));
    }
}
