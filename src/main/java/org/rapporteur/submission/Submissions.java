package org.rapporteur.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Submissions and their revisions. No revision is ever changed or taken away: a new one is a new row. */
@Repository
public class Submissions {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a submission under the next free number of its first country. */
    public Submission open(long call, CallCode code, List<CountryCode> countries) {
        SubmissionNumber number = nextNumber(call, code, countries.getFirst());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO submission (call_id, number, created_at) VALUES (:call, :number, :at)")
                .param("call", call).param("number", number.value()).param("at", now()).update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (int i = 0; i < countries.size(); i++) {
            jdbc.sql("""
                    INSERT INTO submission_country (submission_id, call_id, country, ordinal)
                    VALUES (:submission, :call, :country, :ordinal)
                    """).param("submission", id).param("call", call).param("country", countries.get(i).value())
                    .param("ordinal", i + 1).update();
        }
        return new Submission(id, number, countries);
    }

    /** Who may see a submission as a whole, and how it may be cited. */
    public record Rule(Access access, Attribution attribution) {}

    public Rule rule(long submission) {
        return jdbc.sql("SELECT access, attribution FROM submission WHERE id = :id").param("id", submission)
                .query((row, n) -> new Rule(Access.valueOf(row.getString("access")), Attribution.valueOf(row.getString("attribution")))).single();
    }

    /** Says who may see a submission in all its revisions; list it for the index after it. False where that was the rule. */
    public boolean setRule(long call, Submission submission, Rule rule, Actor actor) {
        int changed = jdbc.sql("UPDATE submission SET access = :access, attribution = :attribution WHERE id = :id AND (access <> :access OR attribution <> :attribution)")
                .param("access", rule.access().name()).param("attribution", rule.attribution().name()).param("id", submission.id()).update();
        if (changed == 1) {
            audit.add(actor, "paper-access", submission.number().value(), "%s, %s".formatted(rule.access(), rule.attribution()).toLowerCase(Locale.ROOT), call);
        }
        return changed == 1;
    }

    /**
     * Keeps everybody else from accepting for a country until the transaction ends, and tells whether the revision is still the
     * one in force of its submission.
     *
     * @param seen key of the revision that was in force when it was decided what to accept; null where the country had none
     */
    public boolean isStillInForce(long call, CountryCode country, @Nullable Long seen) {
        lock(call, country);
        Map<Long, Long> latest = revisions(call, country).stream()
                .collect(Collectors.toMap(revision -> revision.submission().id(), Revision::id, (earlier, later) -> later));
        return seen == null ? latest.isEmpty() : latest.containsValue(seen);
    }

    /** Keeps everybody else from accepting for a country until the transaction ends. */
    void lock(long call, CountryCode country) {
        jdbc.sql("INSERT INTO acceptance (call_id, country) VALUES (:call, :country) ON CONFLICT DO NOTHING")
                .param("call", call).param("country", country.value()).update();
        jdbc.sql("SELECT country FROM acceptance WHERE call_id = :call AND country = :country FOR UPDATE")
                .param("call", call).param("country", country.value()).query(String.class).single();
    }

    /** The number after all that were ever given for a country, those of submissions that were moved away included. */
    SubmissionNumber nextNumber(long call, CallCode code, CountryCode country) {
        int last = jdbc.sql("""
                SELECT number FROM submission WHERE call_id = :call
                UNION SELECT from_number FROM submission_move WHERE call_id = :call
                UNION SELECT to_number FROM submission_move WHERE call_id = :call
                """).param("call", call).query(String.class).list().stream().map(SubmissionNumber::new)
                .filter(number -> number.isOf(code, country)).mapToInt(SubmissionNumber::running).max().orElse(0);
        return SubmissionNumber.of(code, country, last + 1);
    }

    /** Adds what an accepted delivery brought as the next revision, in force from now on. */
    public Revision revise(long call, Submission submission, long delivery, List<Revision.Document> documents, Actor actor) {
        int ordinal = jdbc.sql("SELECT COALESCE(MAX(ordinal), 0) + 1 FROM revision WHERE submission_id = :submission")
                .param("submission", submission.id()).query(Integer.class).single();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        OffsetDateTime now = now();
        jdbc.sql("""
                INSERT INTO revision (call_id, submission_id, ordinal, delivery_id, accepted_at)
                VALUES (:call, :submission, :ordinal, :delivery, :at)
                """).param("call", call).param("submission", submission.id()).param("ordinal", ordinal)
                .param("delivery", delivery).param("at", now).update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (int i = 0; i < documents.size(); i++) {
            jdbc.sql("""
                    INSERT INTO document (call_id, revision_id, part_id, ordinal, role)
                    VALUES (:call, :revision, :part, :ordinal, :role)
                    """).param("call", call).param("revision", id).param("part", documents.get(i).part())
                    .param("ordinal", i + 1).param("role", documents.get(i).role().name()).update();
        }
        audit.add(actor, "revision-added", submission.number().value(), "revision %d, by delivery %d".formatted(ordinal, delivery), call);
        return new Revision(id, submission, ordinal, delivery, now.toInstant(), documents);
    }

    /** The country papers of a call: of every submission the revision in force, in order of number. */
    public List<Revision> inForce(long call) {
        return latest(revisions(call));
    }

    /** The paper of a country that is in force; the latest submission where there are several. */
    public Optional<Revision> inForce(long call, CountryCode country) {
        return revisions(call, country).stream().reduce((earlier, later) -> later);
    }

    /** The revision in force of one submission. */
    public Revision inForceOf(long submission) {
        return revisions(List.of(submission)).getLast();
    }

    /** The submission that has this number, or had it before it was moved to another country. */
    public Optional<Submission> find(long call, SubmissionNumber number) {
        return jdbc.sql("""
                SELECT s.id, s.number FROM submission s WHERE s.call_id = :call AND (s.number = :number OR EXISTS (
                    SELECT 1 FROM submission_move m WHERE m.submission_id = s.id AND (m.from_number = :number OR m.to_number = :number)))
                """).param("call", call).param("number", number.value())
                .query((row, n) -> new Submission(row.getLong(1), new SubmissionNumber(row.getString(2)),
                        countries("s.id = :id", Map.of("id", row.getLong(1))).get(row.getLong(1)))).optional();
    }

    /** The papers of a country that are in force, one of each of its submissions, in order of number. */
    public List<Revision> papers(long call, CountryCode country) {
        return latest(revisions(call, country));
    }

    /** The revision that a delivery brought; empty where it brought none. */
    public Optional<Revision> broughtBy(long call, long delivery) {
        List<Long> submissions = jdbc.sql("SELECT submission_id FROM revision WHERE call_id = :call AND delivery_id = :delivery")
                .param("call", call).param("delivery", delivery).query(Long.class).list();
        return revisions(submissions).stream().filter(revision -> revision.delivery() == delivery).findFirst();
    }

    /** Every revision of the submissions of a country, by submission number and ordinal. */
    public List<Revision> revisions(long call, CountryCode country) {
        return revisions(jdbc.sql("SELECT submission_id FROM submission_country WHERE call_id = :call AND country = :country")
                .param("call", call).param("country", country.value()).query(Long.class).list());
    }

    /** Every revision of a call, by submission number and ordinal. */
    public List<Revision> revisions(long call) {
        return revisions("s.call_id = :call", Map.of("call", call));
    }

    private static List<Revision> latest(List<Revision> revisions) {
        return revisions.stream()
                .collect(Collectors.toMap(r -> r.submission().number(), r -> r, (earlier, later) -> later, java.util.TreeMap::new))
                .values().stream().toList();
    }

    private List<Revision> revisions(List<Long> submissions) {
        return submissions.isEmpty() ? List.of() : revisions("s.id IN (:submissions)", Map.of("submissions", submissions));
    }

    /** @param which condition on the submission {@code s} */
    private List<Revision> revisions(String which, Map<String, ?> values) {
        Map<Long, List<CountryCode>> countries = countries(which, values);
        Map<Long, List<Revision.Document>> documents = documents(which, values);
        return jdbc.sql("""
                SELECT r.id, r.submission_id, r.ordinal, r.delivery_id, r.accepted_at, s.number
                FROM submission s JOIN revision r ON r.submission_id = s.id
                WHERE %s ORDER BY s.number, r.ordinal
                """.formatted(which)).params(values).query((row, n) -> revision(row, countries, documents)).list();
    }

    private Map<Long, List<CountryCode>> countries(String which, Map<String, ?> values) {
        record Row(long submission, String country) {}
        return jdbc.sql("""
                SELECT s.id, c.country FROM submission s JOIN submission_country c ON c.submission_id = s.id
                WHERE %s ORDER BY s.id, c.ordinal
                """.formatted(which)).params(values).query((row, n) -> new Row(row.getLong(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(Row::submission,
                        Collectors.mapping(row -> new CountryCode(row.country()), Collectors.toList())));
    }

    private Map<Long, List<Revision.Document>> documents(String which, Map<String, ?> values) {
        record Row(long revision, Revision.Document document) {}
        return jdbc.sql("""
                SELECT r.id, d.part_id, d.role
                FROM submission s JOIN revision r ON r.submission_id = s.id JOIN document d ON d.revision_id = r.id
                WHERE %s ORDER BY r.id, d.ordinal
                """.formatted(which)).params(values)
                .query((row, n) -> new Row(row.getLong(1),
                        new Revision.Document(row.getLong(2), DocumentRole.valueOf(row.getString(3))))).list().stream()
                .collect(Collectors.groupingBy(Row::revision, Collectors.mapping(Row::document, Collectors.toList())));
    }

    private static Revision revision(ResultSet row, Map<Long, List<CountryCode>> countries,
            Map<Long, List<Revision.Document>> documents) throws SQLException {
        long submission = row.getLong("submission_id");
        return new Revision(row.getLong("id"),
                new Submission(submission, new SubmissionNumber(row.getString("number")), countries.get(submission)),
                row.getInt("ordinal"), row.getLong("delivery_id"),
                row.getObject("accepted_at", OffsetDateTime.class).toInstant(), documents.getOrDefault(row.getLong("id"), List.of()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
