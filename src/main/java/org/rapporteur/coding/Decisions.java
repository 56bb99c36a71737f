package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.passage.Batches;
import org.rapporteur.passage.Passages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people decided on codes. A decision holds for the same text in every revision of its paper, whatever the machine proposes, until it is
 * undone or decided anew. List the paper for the index after every change.
 */
@Repository
public class Decisions {

    private static final String COLUMNS = "d.id, d.submission_id, d.extraction_id, d.text_sha256, d.code, d.verdict, d.status, d.outcome, d.actor, "
            + "d.decided_at, d.memo";

    private final JdbcClient jdbc;
    private final Passages passages;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Passages passages, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.passages = passages;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes a decision down, in the place of the one that stood.
     *
     * @return the decision; empty where there is no such passage in a paper, or the stretch is not within it
     */
    public Optional<Decision> decide(NewDecision decision, Actor coder) {
        return transaction.execute(status -> {
            Optional<Decision> written = insert(decision, coder, clock.instant(), null);
            written.ifPresent(one -> audit.add(coder, "code-" + decision.kind().word(), "passage " + decision.passage(),
                    decision.code().value() + ", " + decision.status().word() + ", " + decision.outcome().word(), call(one.id())));
            return written;
        });
    }

    /**
     * Writes down a decision that was made elsewhere, in the place of the one that stood; whoever brings them records it.
     *
     * @param at when it was made
     * @return the decision; empty where there is no such passage in a paper, or the stretch is not within it
     */
    public Optional<Decision> bring(NewDecision decision, Actor coder, Instant at) {
        return insert(decision, coder, at, null);
    }

    /**
     * Puts what a coder says in a blind double coding in the place of what the same coder said there before. It counts nowhere.
     *
     * @param codes what the passage is coded with; none where no code fits
     * @param set the name of the sample
     */
    void decideBlind(long passage, List<NewDecision> codes, Actor coder, String set) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    UPDATE decision SET undone_at = :at
                    WHERE blind_set = :set AND actor = :coder AND undone_at IS NULL
                      AND EXISTS (SELECT 1 FROM passage p WHERE p.id = :passage AND p.extraction_id = decision.extraction_id
                                    AND p.start_offset = decision.start_offset AND p.end_offset = decision.end_offset)
                    """).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("set", set).param("coder", coder.name()).param("passage", passage).update();
            codes.forEach(code -> insert(code, coder, clock.instant(), set));
        });
    }

    /** What was said in a blind double coding and not replaced, by passage. */
    Map<Long, List<Decision>> blind(String set) {
        record Found(long passage, Decision decision) {}
        return jdbc.sql("SELECT p.id AS passage_id, " + COLUMNS + """
                 FROM decision d
                JOIN passage p ON p.extraction_id = d.extraction_id AND p.start_offset = d.start_offset AND p.end_offset = d.end_offset
                WHERE d.blind_set = :set AND d.undone_at IS NULL
                ORDER BY d.id
                """).param("set", set).query((row, n) -> new Found(row.getLong("passage_id"), decision(row, n))).list().stream()
                .collect(Collectors.groupingBy(Found::passage, Collectors.mapping(Found::decision, Collectors.toList())));
    }

    private Optional<Decision> insert(NewDecision decision, Actor coder, Instant at, @Nullable String blindSet) {
        NewDecision.Extent extent = decision.extent();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        int written = jdbc.sql("""
                INSERT INTO decision (call_id, submission_id, extraction_id, start_offset, end_offset, text_sha256, code, verdict, status, outcome,
                                      extent_start, extent_end, blind_set, actor, decided_at, memo)
                SELECT p.call_id, MAX(r.submission_id), p.extraction_id, p.start_offset, p.end_offset, p.text_sha256, CAST(:code AS VARCHAR(80)),
                       CAST(:kind AS VARCHAR(20)), CAST(:status AS VARCHAR(20)), CAST(:outcome AS VARCHAR(20)),
                       p.start_offset + CAST(:from AS INT), p.start_offset + CAST(:to AS INT), CAST(:blind AS VARCHAR(60)), CAST(:coder AS VARCHAR(200)),
                       CAST(:at AS TIMESTAMP WITH TIME ZONE), CAST(:memo AS VARCHAR(2000))
                FROM passage p
                JOIN extraction e ON e.id = p.extraction_id
                JOIN document d ON d.part_id = e.part_id
                JOIN revision r ON r.id = d.revision_id
                WHERE p.id = :passage AND (CAST(:to AS INT) IS NULL OR CAST(:to AS INT) <= CHAR_LENGTH(p.text))
                GROUP BY p.id, p.call_id, p.extraction_id, p.start_offset, p.end_offset, p.text_sha256
                """)
                .param("code", decision.code().value()).param("kind", decision.kind().name()).param("status", decision.status().name())
                .param("outcome", decision.outcome().name()).param("from", extent == null ? null : extent.start(), Types.INTEGER)
                .param("to", extent == null ? null : extent.end(), Types.INTEGER).param("blind", blindSet, Types.VARCHAR).param("coder", coder.name())
                .param("at", at.atOffset(ZoneOffset.UTC)).param("memo", decision.memo()).param("passage", decision.passage())
                .update(key, "id");
        return written == 0 ? Optional.empty() : find(key.getKeyAs(Long.class));
    }

    /**
     * Takes a decision back: what stood before it stands again, else the machine's word.
     *
     * @return the decision; empty where it does not stand any more, so that two clicks are one
     */
    public Optional<Decision> undo(long id, Actor coder) {
        return transaction.execute(status -> {
            Optional<Decision> standing = standing(id);
            return standing.filter(decision -> jdbc.sql("UPDATE decision SET undone_at = :at WHERE id = :id AND undone_at IS NULL")
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).update() == 1).map(decision -> {
                        audit.add(coder, "code-decision-undone", "decision " + id, decision.code().value(), call(id));
                        return decision;
                    });
        });
    }

    /** The decisions that stand on passages of these extractions, rejections too, by passage and in the order they were made. */
    public Map<Long, List<Decision>> standing(Collection<Long> extractions) {
        record Found(long passage, Decision decision) {}
        List<Found> found = new ArrayList<>();
        for (List<Long> some : Batches.of(extractions)) {
            found.addAll(jdbc.sql("SELECT p.id AS passage_id, " + COLUMNS + """
                     FROM passage p
                    JOIN standing_decision d ON d.text_sha256 = p.text_sha256
                    WHERE p.extraction_id IN (:extractions)
                      AND EXISTS (SELECT 1 FROM extraction e
                                  JOIN document x ON x.part_id = e.part_id
                                  JOIN revision r ON r.id = x.revision_id
                                  WHERE e.id = p.extraction_id AND r.submission_id = d.submission_id)
                    ORDER BY d.id
                    """).param("extractions", some).query((row, n) -> new Found(row.getLong("passage_id"), decision(row, n))).list());
        }
        return found.stream().collect(Collectors.groupingBy(Found::passage, Collectors.mapping(Found::decision, Collectors.toList())));
    }

    /** Passages whose text one of these people has ever decided on, blind or not, and whether or not it stands. */
    public Set<Long> decidedBy(long call, Collection<Actor> people) {
        return new HashSet<>(jdbc.sql("""
                SELECT DISTINCT p.id FROM decision d
                JOIN passage p ON p.text_sha256 = d.text_sha256
                WHERE d.call_id = :call AND p.call_id = :call AND d.actor IN (:people)
                """).param("call", call).param("people", people.stream().map(Actor::name).toList()).query(Long.class).list());
    }

    /** The decisions of a call that stand on nothing now: the paper in force, as it was read last, does not say these words. */
    public List<LostDecision> lost(long call) {
        return lost("d.call_id = :id", call);
    }

    /** Likewise, the decisions of a paper. */
    public List<LostDecision> lostOf(long submission) {
        return lost("d.submission_id = :id", submission);
    }

    private List<LostDecision> lost(String among, long id) {
        record Place(Decision decision, long passage) {}
        return jdbc.sql("SELECT " + COLUMNS + """
                , (SELECT MIN(o.id) FROM passage o WHERE o.extraction_id = d.extraction_id AND o.text_sha256 = d.text_sha256) AS passage_id
                FROM standing_decision d
                WHERE %s AND NOT EXISTS (
                      SELECT 1 FROM passage p
                      JOIN extraction e ON e.id = p.extraction_id
                      JOIN document x ON x.part_id = e.part_id
                      JOIN revision r ON r.id = x.revision_id
                      WHERE p.text_sha256 = d.text_sha256 AND r.submission_id = d.submission_id
                        AND r.ordinal = (SELECT MAX(l.ordinal) FROM revision l WHERE l.submission_id = r.submission_id)
                        AND e.id = (SELECT MAX(v.id) FROM extraction v WHERE v.part_id = e.part_id))
                ORDER BY d.submission_id, d.id
                """.formatted(among)).param("id", id).query((row, n) -> new Place(decision(row, n), row.getLong("passage_id"))).list().stream()
                .flatMap(place -> passages.find(place.passage()).map(passage -> new LostDecision(place.decision(), passage)).stream()).toList();
    }

    /**
     * How often people agreed with a cue.
     *
     * @param cue as written in the codebook; empty for what the model put without one
     * @param accepted how many of its codings people accepted
     * @param rejected how many they rejected
     */
    public record CueRecord(CodeId code, String cue, int accepted, int rejected) {

        /** Of those decided, 0 to 1. */
        public double share() {
            return (double) accepted / (accepted + rejected);
        }
    }

    /** What people decided on the codings of each cue, the most often rejected first; cues that nobody decided on are missing. */
    public List<CueRecord> byCue(long call) {
        return jdbc.sql("""
                SELECT c.code, c.cue, SUM(CASE WHEN d.verdict = 'REJECT' THEN 0 ELSE 1 END) AS accepted,
                       SUM(CASE WHEN d.verdict = 'REJECT' THEN 1 ELSE 0 END) AS rejected
                FROM standing_decision d
                JOIN passage p ON p.extraction_id = d.extraction_id AND p.start_offset = d.start_offset AND p.end_offset = d.end_offset
                JOIN coding c ON c.passage_id = p.id AND c.code = d.code
                WHERE d.call_id = :call AND c.score >= c.threshold
                GROUP BY c.code, c.cue
                ORDER BY rejected DESC, c.code, c.cue
                """).param("call", call)
                .query((row, n) -> new CueRecord(new CodeId(row.getString("code")), row.getString("cue"), row.getInt("accepted"), row.getInt("rejected"))).list();
    }

    public Optional<Decision> find(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM decision d WHERE d.id = :id").param("id", id).query(Decisions::decision).optional();
    }

    private Optional<Decision> standing(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM standing_decision d WHERE d.id = :id").param("id", id).query(Decisions::decision).optional();
    }

    private long call(long id) {
        return jdbc.sql("SELECT call_id FROM decision WHERE id = :id").param("id", id).query(Long.class).single();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(row.getLong("id"), row.getLong("submission_id"), row.getLong("extraction_id"), row.getString("text_sha256"),
                new CodeId(row.getString("code")), DecisionKind.valueOf(row.getString("verdict")), Status.valueOf(row.getString("status")),
                Outcome.valueOf(row.getString("outcome")), row.getString("actor"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(), row.getString("memo"));
    }
}
