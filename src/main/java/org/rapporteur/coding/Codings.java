package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.passage.Batches;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codings of the machine, and those that count when people's decisions are taken into account. */
@Repository
public class Codings {

    private static final String EFFECTIVE = """
            SELECT c.passage_id, c.code, c.confirmed, c.score, c.status, c.outcome, c.cue, c.start_offset, c.end_offset, c.terms
            FROM effective_coding c
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    Codings(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * Replaces what the machine proposed for the passages of these extractions; run it in a transaction. Decisions of people stay.
     *
     * @param model the version of the model that proposed; empty where none did
     */
    public void replace(Call call, Collection<Long> extractions, List<Coding> codings, String model) {
        for (List<Long> some : Batches.of(extractions)) {
            jdbc.sql("DELETE FROM coding WHERE passage_id IN (SELECT id FROM passage WHERE extraction_id IN (:extractions))")
                    .param("extractions", some).update();
            jdbc.sql("DELETE FROM coded_text WHERE extraction_id IN (:extractions)").param("extractions", some).update();
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batch.batchUpdate("""
                INSERT INTO coding (call_id, passage_id, code, call_revision_id, score, threshold, status, outcome, cue,
                                    start_offset, end_offset, terms, model, coded_at)
                VALUES (:call, :passage, :code, :revision, :score, :threshold, :status, :outcome, :cue, :start, :end, :terms, :model, :at)
                """, codings.stream().map(coding -> row(call, coding, now).addValue("model", model)).toArray(MapSqlParameterSource[]::new));
        batch.batchUpdate("""
                INSERT INTO coded_text (extraction_id, call_id, call_revision_id, model, coded_at)
                SELECT e.id, e.call_id, :revision, :model, :at FROM extraction e WHERE e.id = :extraction
                """, extractions.stream().map(extraction -> new MapSqlParameterSource("extraction", extraction).addValue("revision", call.revision())
                .addValue("model", model).addValue("at", now)).toArray(MapSqlParameterSource[]::new));
    }

    /** Texts that were coded with another codebook or model than these, and are not listed to be coded again yet, the oldest first. */
    public List<Long> stale(Call call, String model, int most) {
        return jdbc.sql("""
                SELECT t.extraction_id FROM coded_text t
                WHERE t.call_id = :call AND (t.call_revision_id <> :revision OR t.model <> :model)
                  AND NOT EXISTS (SELECT 1 FROM work w
                                  WHERE w.subject_kind = 'RECODING' AND w.subject_id = t.extraction_id AND w.stage IN ('TO_RECODE', 'HELD'))
                ORDER BY t.extraction_id LIMIT :most
                """).param("call", call.id()).param("revision", call.revision()).param("model", model).param("most", most).query(Long.class).list();
    }

    /** Whether anything of a call was ever coded. */
    public boolean isAnythingCoded(Call call) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM coded_text WHERE call_id = :call)").param("call", call.id()).query(Boolean.class).single();
    }

    /** The codings that count in these extractions, by passage; passages without any are missing. */
    public Map<Long, List<EffectiveCoding>> effective(Collection<Long> extractions) {
        List<EffectiveCoding> found = new ArrayList<>();
        for (List<Long> some : Batches.of(extractions)) {
            found.addAll(jdbc.sql(EFFECTIVE + "WHERE c.extraction_id IN (:extractions) ORDER BY c.passage_id, c.code")
                    .param("extractions", some).query(Codings::effective).list());
        }
        return byPassage(found);
    }

    /** Passages of a call on which the machine has put a code, whatever people decided. */
    public Set<Long> proposed(Call call) {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT passage_id FROM coding WHERE call_id = :call AND score >= threshold").param("call", call.id()).query(Long.class).list());
    }

    /** The codings that count of a whole call. */
    public Map<Long, List<EffectiveCoding>> effective(Call call) {
        return byPassage(jdbc.sql(EFFECTIVE + "WHERE c.call_id = :call ORDER BY c.passage_id, c.code").param("call", call.id())
                .query(Codings::effective).list());
    }

    private static Map<Long, List<EffectiveCoding>> byPassage(List<EffectiveCoding> codings) {
        return codings.stream().collect(Collectors.groupingBy(EffectiveCoding::passage));
    }

    private static MapSqlParameterSource row(Call call, Coding coding, OffsetDateTime now) {
        return new MapSqlParameterSource("call", call.id()).addValue("passage", coding.passage()).addValue("code", coding.code().value())
                .addValue("revision", call.revision()).addValue("score", coding.score()).addValue("threshold", coding.threshold())
                .addValue("status", coding.status().name()).addValue("outcome", coding.outcome().name()).addValue("cue", coding.cue())
                .addValue("terms", coding.terms()).addValue("start", coding.start()).addValue("end", coding.end()).addValue("at", now);
    }

    private static EffectiveCoding effective(ResultSet row, int number) throws SQLException {
        return new EffectiveCoding(row.getLong("passage_id"), new CodeId(row.getString("code")), row.getBoolean("confirmed"),
                row.getDouble("score"), Status.valueOf(row.getString("status")), Outcome.valueOf(row.getString("outcome")),
                row.getString("cue"), row.getInt("start_offset"), row.getInt("end_offset"), row.getString("terms"));
    }
}
