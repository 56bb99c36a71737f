package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a person's decision, what the machine is least sure of first. */
@Repository
public class Proposals {

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Codings of the machine on which nobody has decided, of any revision.
     *
     * @param codes of which; none for all
     * @param after the last one seen; null for the first
     * @param most how many at most
     */
    public List<Proposal> next(long call, Collection<CodeId> codes, @Nullable Proposal after, int most) {
        return jdbc.sql("""
                SELECT c.passage_id, c.code, c.score, c.threshold, c.status, c.outcome, c.start_offset, c.end_offset FROM coding c
                JOIN passage p ON p.id = c.passage_id
                WHERE c.call_id = :call AND (:all OR c.code IN (:codes))
                  AND (ABS(c.score - c.threshold) > :distance
                       OR ABS(c.score - c.threshold) = :distance AND (c.passage_id > :passage OR c.passage_id = :passage AND c.code > :code))
                  AND NOT EXISTS (SELECT 1 FROM standing_decision d
                                  JOIN revision r ON r.submission_id = d.submission_id
                                  JOIN document x ON x.revision_id = r.id
                                  JOIN extraction e ON e.part_id = x.part_id
                                  WHERE d.text_sha256 = p.text_sha256 AND d.code = c.code AND e.id = p.extraction_id)
                ORDER BY ABS(c.score - c.threshold), c.passage_id, c.code LIMIT :most
                """).param("call", call).param("all", codes.isEmpty()).param("codes", codes.isEmpty() ? List.of("") : codes.stream().map(CodeId::value).toList())
                .param("distance", after == null ? -1.0 : after.distance()).param("passage", after == null ? 0L : after.passage())
                .param("code", after == null ? "" : after.code().value()).param("most", most).query(Proposals::proposal).list();
    }

    /** How many decisions somebody has made since, those of blind codings left out. */
    public int decidedSince(long call, Actor coder, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM decision WHERE call_id = :call AND actor = :coder AND decided_at >= :since AND blind_set IS NULL AND undone_at IS NULL")
                .param("call", call).param("coder", coder.name()).param("since", since.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(row.getLong("passage_id"), new CodeId(row.getString("code")), row.getDouble("score"), row.getDouble("threshold"),
                Status.valueOf(row.getString("status")), Outcome.valueOf(row.getString("outcome")), row.getInt("start_offset"), row.getInt("end_offset"));
    }
}
