package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of examples: what people confirmed and dismissed. What the machine proposes is not kept; it can be found again. */
@Repository
public class Examples {

    private static final String SELECT = """
            SELECT e.id, s.number, e.outcome, e.dismissed, e.version, e.actor, e.changed_at
            FROM example e JOIN submission s ON s.id = e.submission_id
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Examples(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The examples of a call, dismissed ones too, by paper and in the order they were made. */
    public List<Example> of(Call call) {
        return jdbc.sql(SELECT + " WHERE e.call_id = :call ORDER BY s.number, e.id").param("call", call.id()).query(this::example).list();
    }

    public Optional<Example> find(Call call, long id) {
        return jdbc.sql(SELECT + " WHERE e.call_id = :call AND e.id = :id").param("call", call.id()).param("id", id).query(this::example).optional();
    }

    /** The names, by paper, that people have confirmed or dismissed: under these nothing is proposed. */
    public Set<Known> known(Call call) {
        return new HashSet<>(jdbc.sql("SELECT s.number, e.name_key FROM example e JOIN submission s ON s.id = e.submission_id WHERE e.call_id = :call")
                .param("call", call.id()).query((row, n) -> new Known(new SubmissionNumber(row.getString("number")), row.getString("name_key"))).list());
    }

    /**
     * A practice that people have decided on.
     *
     * @param name folded, see {@link #isKnown}
     */
    public record Known(SubmissionNumber paper, String name) {}

    /** Whether two names are of one practice, whatever the article and the case. */
    public static boolean isSameName(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Whether people have decided on what is proposed here. */
    public static boolean isKnown(ProposedExample proposed, Set<Known> known) {
        return known.contains(new Known(proposed.paper(), key(proposed.name())));
    }

    /**
     * Keeps a new example, or dismisses what was proposed.
     *
     * @param proposed the name under which it was proposed; where nobody proposed it, its own
     * @return its key; empty where somebody decided on that name before
     */
    public Optional<Long> add(Call call, SubmissionNumber paper, String proposed, Map<ExampleField, Stated> fields, Outcome outcome, boolean dismissed, Actor actor) {
        try {
            return Optional.of(transaction.execute(status -> {
                GeneratedKeyHolder key = new GeneratedKeyHolder();
                jdbc.sql("""
                        INSERT INTO example (call_id, submission_id, name_key, outcome, dismissed, version, actor, changed_at)
                        SELECT :call, s.id, CAST(:name AS VARCHAR(300)), CAST(:outcome AS VARCHAR(20)), CAST(:dismissed AS BOOLEAN), 1,
                               CAST(:actor AS VARCHAR(200)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
                        FROM submission s WHERE s.call_id = :call AND s.number = :number
                        """).param("call", call.id()).param("name", key(proposed)).param("outcome", outcome.name()).param("dismissed", dismissed)
                        .param("actor", actor.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("number", paper.value()).update(key, "id");
                long id = key.getKeyAs(Long.class);
                write(call, id, fields);
                audit.add(actor, dismissed ? "example-dismissed" : "example-confirmed", subject(id), fields.get(ExampleField.NAME).text(), call.id());
                return id;
            }));
        } catch (DuplicateKeyException decided) {
            return Optional.empty();
        }
    }

    /**
     * Says something else of an example, or dismisses it, or takes that back.
     *
     * @param seen the version that the person had before the eyes
     * @return false where somebody has changed it since
     */
    public boolean change(Call call, Example seen, Map<ExampleField, Stated> fields, Outcome outcome, boolean dismissed, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int changed = jdbc.sql("""
                    UPDATE example SET outcome = :outcome, dismissed = :dismissed, version = version + 1, actor = :actor, changed_at = :at
                    WHERE call_id = :call AND id = :id AND version = :version
                    """).param("outcome", outcome.name()).param("dismissed", dismissed).param("actor", actor.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("call", call.id()).param("id", seen.id()).param("version", seen.version()).update();
            if (changed == 1) {
                write(call, seen.id(), fields);
                audit.add(actor, dismissed ? "example-dismissed" : "example-confirmed", subject(seen.id()), fields.get(ExampleField.NAME).text(), call.id());
            }
            return changed == 1;
        }));
    }

    /** Keys of the passages that carry examples of a call and whose words the paper in force no longer has. */
    public Set<Long> lost(Call call) {
        return new HashSet<>(jdbc.sql("""
                SELECT DISTINCT c.passage_id FROM example_passage c
                JOIN example e ON e.id = c.example_id
                JOIN passage o ON o.id = c.passage_id
                WHERE e.call_id = :call AND NOT EXISTS (
                      SELECT 1 FROM passage p
                      JOIN extraction v ON v.id = p.extraction_id
                      JOIN document x ON x.part_id = v.part_id
                      JOIN revision r ON r.id = x.revision_id
                      WHERE p.text_sha256 = o.text_sha256 AND r.submission_id = e.submission_id
                        AND r.ordinal = (SELECT MAX(l.ordinal) FROM revision l WHERE l.submission_id = r.submission_id)
                        AND v.id = (SELECT MAX(w.id) FROM extraction w WHERE w.part_id = v.part_id))
                """).param("call", call.id()).query(Long.class).list());
    }

    private void write(Call call, long id, Map<ExampleField, Stated> fields) {
        jdbc.sql("DELETE FROM example_passage WHERE example_id = :id").param("id", id).update();
        jdbc.sql("DELETE FROM example_field WHERE example_id = :id").param("id", id).update();
        fields.forEach((field, stated) -> {
            jdbc.sql("INSERT INTO example_field (example_id, field, call_id, text) VALUES (:id, :field, :call, :text)")
                    .param("id", id).param("field", field.name()).param("call", call.id()).param("text", stated.text()).update();
            stated.passages().forEach(passage -> jdbc.sql("INSERT INTO example_passage (example_id, field, passage_id, call_id) VALUES (:id, :field, :passage, :call)")
                    .param("id", id).param("field", field.name()).param("passage", passage).param("call", call.id()).update());
        });
    }

    private Example example(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        record Carried(ExampleField field, String text, long passage) {}
        List<Carried> carried = jdbc.sql("""
                SELECT f.field, f.text, c.passage_id FROM example_field f
                JOIN example_passage c ON c.example_id = f.example_id AND c.field = f.field
                WHERE f.example_id = :id
                """).param("id", id).query((one, n) -> new Carried(ExampleField.valueOf(one.getString("field")), one.getString("text"), one.getLong("passage_id"))).list();
        Map<ExampleField, Stated> fields = new EnumMap<>(ExampleField.class);
        carried.forEach(one -> fields.put(one.field(), new Stated(one.text(), carried.stream().filter(other -> other.field() == one.field()).map(Carried::passage).toList())));
        return new Example(id, new SubmissionNumber(row.getString("number")), fields, Outcome.valueOf(row.getString("outcome")), row.getBoolean("dismissed"),
                row.getInt("version"), row.getString("actor"), row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static String subject(long id) {
        return "example " + id;
    }

    private static String key(String name) {
        String key = PracticeNames.key(name);
        return key.length() <= 300 ? key : key.substring(0, 300);
    }
}
