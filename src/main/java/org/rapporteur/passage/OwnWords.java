package org.rapporteur.passage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Sentences.Span;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How much of the papers in force is the countries' own. What is borrowed is a projection of the papers and the call, made anew when they have
 * changed; that a person declared a text the country's own stands apart, and holds for the same text in every revision.
 */
@Repository
public class OwnWords {

    /** Of the rules of {@link Borrowing}: other rules, other marks. */
    private static final String RULES = "5";

    private static final String SELECT = """
            SELECT b.passage_id, p.extraction_id, b.words, b.shared, b.origin, b.others, b.stretches,
                   (SELECT MAX(d.actor) FROM own_words_declaration d
                    JOIN revision r ON r.submission_id = d.submission_id
                    JOIN document x ON x.revision_id = r.id
                    JOIN extraction e ON e.part_id = x.part_id
                    WHERE e.id = p.extraction_id AND d.text_sha256 = p.text_sha256 AND d.undone_at IS NULL) AS declared_by
            FROM borrowed b JOIN passage p ON p.id = b.passage_id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Passages passages;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OwnWords(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Passages passages, AuditTrail audit, TransactionTemplate transaction, Clock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.batch = batch;
        this.passages = passages;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks anew at what is borrowed, where papers or call have changed since; false where they have not. */
    public boolean refresh(Call call) {
        String state = state(call);
        if (isOf(call, state)) {
            return false;
        }
        // looked for without a lock: it takes seconds, and nobody shall wait for it
        List<CitedPassage> inForce = passages.inForce(call.id());
        List<Borrowed> found = Borrowing.of(inForce, texts(call));
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("INSERT INTO borrowed_state (call_id, state, looked_at) VALUES (:call, '', :at) ON CONFLICT DO NOTHING").param("call", call.id()).param("at", now()).update();
            // one writes at a time: whoever comes second finds it done, and what has changed in between is looked at next time
            jdbc.sql("SELECT call_id FROM borrowed_state WHERE call_id = :call FOR UPDATE").param("call", call.id()).query(Long.class).single();
            if (isOf(call, state)) {
                return false;
            }
            Map<Long, Borrowed> before = known(call);
            jdbc.sql("DELETE FROM borrowed WHERE call_id = :call").param("call", call.id()).update();
            batch.batchUpdate("INSERT INTO borrowed (passage_id, call_id, words, shared, origin, others, stretches) "
                            + "VALUES (:passage, :call, :words, :shared, :origin, :others, :stretches)",
                    found.stream().map(one -> new MapSqlParameterSource("passage", one.passage()).addValue("call", call.id()).addValue("words", one.words())
                            .addValue("shared", one.shared()).addValue("origin", one.from().name())
                            .addValue("others", one.others().stream().map(CountryCode::value).collect(Collectors.joining(",")))
                            .addValue("stretches", one.stretches().stream().map(span -> span.start() + "-" + span.end()).collect(Collectors.joining(",")))).toArray(MapSqlParameterSource[]::new));
            count(call, inForce);
            tell(call, before, known(call));
            jdbc.sql("UPDATE borrowed_state SET state = :state, looked_at = :at WHERE call_id = :call").param("call", call.id()).param("state", state).param("at", now()).update();
            return true;
        }));
    }

    private void count(Call call, List<CitedPassage> inForce) {
        Map<Long, Integer> words = inForce.stream().collect(Collectors.groupingBy(cited -> cited.passage().extraction(), TreeMap::new,
                Collectors.summingInt(cited -> Shingles.words(cited.passage().text()).size())));
        jdbc.sql("DELETE FROM text_words WHERE call_id = :call").param("call", call.id()).update();
        batch.batchUpdate("INSERT INTO text_words (extraction_id, call_id, words) VALUES (:extraction, :call, :words)", words.entrySet().stream()
                .map(one -> new MapSqlParameterSource("extraction", one.getKey()).addValue("call", call.id()).addValue("words", one.getValue()))
                .toArray(MapSqlParameterSource[]::new));
    }

    private boolean isOf(Call call, String state) {
        return jdbc.sql("SELECT state FROM borrowed_state WHERE call_id = :call").param("call", call.id()).query(String.class).optional()
                .filter(known -> known.strip().equals(state)).isPresent();
    }

    /** Tells one set of papers, what of them may be seen, and one call from others. */
    private String state(Call call) {
        List<String> inForce = jdbc.sql("""
                SELECT DISTINCT e.id FROM extraction e
                JOIN document d ON d.part_id = e.part_id
                JOIN revision r ON r.id = d.revision_id
                WHERE r.call_id = :call AND r.ordinal = (SELECT MAX(l.ordinal) FROM revision l WHERE l.submission_id = r.submission_id)
                  AND e.id = (SELECT MAX(v.id) FROM extraction v WHERE v.part_id = e.part_id) AND EXISTS (SELECT 1 FROM passage p WHERE p.extraction_id = e.id)
                ORDER BY e.id
                """).param("call", call.id()).query(String.class).list();
        List<String> countries = jdbc.sql("SELECT submission_id, country FROM submission_country WHERE call_id = :call ORDER BY submission_id, country")
                .param("call", call.id()).query((row, n) -> row.getLong(1) + row.getString(2)).list();
        List<String> restricted = jdbc.sql("""
                SELECT number FROM submission WHERE call_id = :call AND access = 'RESTRICTED'
                UNION ALL SELECT l.text_sha256 FROM passage_rule l JOIN submission s ON s.id = l.submission_id WHERE s.call_id = :call AND l.access = 'RESTRICTED'
                ORDER BY 1
                """).param("call", call.id()).query(String.class).list();
        return Sha256.of(RULES + call.revision() + inForce + countries + restricted).hex();
    }

    /** What the call says to countries; of longer texts each line too, for a paper may take over one alone. */
    private static List<String> texts(Call call) {
        return Stream.of(Stream.of(call.content().title(), call.content().subtitle()),
                call.content().guidelines().stream().flatMap(question -> question.text().values().stream()), call.content().sentTexts().stream(),
                call.content().sentTexts().stream().flatMap(String::lines)).flatMap(texts -> texts).toList();
    }

    /** What is borrowed in these extractions, by passage, as it was looked at last. */
    public Map<Long, Borrowed> of(Collection<Long> extractions) {
        Map<Long, Borrowed> found = new TreeMap<>();
        for (List<Long> some : Batches.of(extractions)) {
            jdbc.sql(SELECT + " WHERE p.extraction_id IN (:extractions)").param("extractions", some).query(OwnWords::borrowed).list()
                    .forEach(one -> found.put(one.passage(), one));
        }
        return found;
    }

    /** What is borrowed in the papers in force of a call, by passage; looks anew first, where it has to. */
    public Map<Long, Borrowed> of(Call call) {
        refresh(call);
        return known(call);
    }

    private Map<Long, Borrowed> known(Call call) {
        return jdbc.sql(SELECT + " WHERE b.call_id = :call").param("call", call.id()).query(OwnWords::borrowed).list().stream()
                .collect(Collectors.toMap(Borrowed::passage, Function.identity()));
    }

    /** In the same transaction: whoever keeps something that rests on it hears of it if and only if it is so. */
    private void tell(Call call, Map<Long, Borrowed> before, Map<Long, Borrowed> after) {
        Set<Long> changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(passage -> !Objects.equals(before.get(passage), after.get(passage))).collect(Collectors.toCollection(TreeSet::new));
        if (!changed.isEmpty()) {
            Set<Long> extractions = Batches.of(changed).stream().flatMap(some -> jdbc.sql("SELECT DISTINCT extraction_id FROM passage WHERE id IN (:passages)")
                    .param("passages", some).query(Long.class).list().stream()).collect(Collectors.toCollection(TreeSet::new));
            events.publishEvent(new OwnWordsChanged(call.id(), extractions));
        }
    }

    /** The passages in force of a call that are no evidence, for more than half of them is borrowed; looks anew first, where it has to. */
    public Set<Long> noEvidence(Call call) {
        return of(call).values().stream().filter(Borrowed::isNoEvidence).map(Borrowed::passage).collect(Collectors.toCollection(HashSet::new));
    }

    /** Which share of a paper in force is the country's own words, 0 to 1, as it was looked at last; papers without a word are missing. */
    public Map<SubmissionNumber, Double> shares(Call call) {
        Map<SubmissionNumber, Integer> words = new HashMap<>();
        Map<SubmissionNumber, Integer> foreign = new HashMap<>();
        Map<Long, SubmissionNumber> papers = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT t.extraction_id, t.words, s.number FROM text_words t
                JOIN extraction e ON e.id = t.extraction_id
                JOIN document d ON d.part_id = e.part_id
                JOIN revision r ON r.id = d.revision_id
                JOIN submission s ON s.id = r.submission_id
                WHERE t.call_id = :call AND t.words > 0
                """).param("call", call.id()).query(row -> {
                    SubmissionNumber number = new SubmissionNumber(row.getString("number"));
                    papers.put(row.getLong("extraction_id"), number);
                    words.merge(number, row.getInt("words"), Integer::sum);
                });
        jdbc.sql(SELECT + " WHERE b.call_id = :call").param("call", call.id()).query(row -> {
            SubmissionNumber number = papers.get(row.getLong("extraction_id"));
            Borrowed one = borrowed(row, 0);
            foreign.merge(number, one.words() - one.own(), Integer::sum);
        });
        return words.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> 1 - (double) foreign.getOrDefault(one.getKey(), 0) / one.getValue()));
    }

    /**
     * What a paper only repeats of the call, and its cover and forms, by passage. What papers of other countries say is of no matter: this
     * country says it too. Passages that a person declared the country's own are missing.
     */
    public Map<Long, Borrowed> repeated(Call call, Collection<Long> extractions) {
        Map<Long, Borrowed> repeated = Borrowing.of(passages.cited(extractions), texts(call)).stream().filter(one -> Borrowed.Source.OF_NO_COUNTRY.contains(one.from()))
                .collect(Collectors.toMap(Borrowed::passage, Function.identity(), (one, same) -> one, TreeMap::new));
        Batches.of(repeated.keySet()).stream().flatMap(some -> jdbc.sql("""
                SELECT p.id FROM passage p
                JOIN extraction e ON e.id = p.extraction_id
                JOIN document x ON x.part_id = e.part_id
                JOIN revision r ON r.id = x.revision_id
                JOIN own_words_declaration d ON d.submission_id = r.submission_id AND d.text_sha256 = p.text_sha256
                WHERE d.undone_at IS NULL AND p.id IN (:passages)
                """).param("passages", some).query(Long.class).list().stream()).toList().forEach(repeated::remove);
        return repeated;
    }

    /** Keeps that a text is the country's own, wherever else it stands; false where somebody said so before, or it is of no paper. */
    public boolean declare(long passage, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int made = jdbc.sql("""
                    INSERT INTO own_words_declaration (call_id, submission_id, text_sha256, actor, declared_at)
                    SELECT DISTINCT p.call_id, r.submission_id, p.text_sha256, CAST(:actor AS VARCHAR(200)), CAST(:at AS TIMESTAMP WITH TIME ZONE)
                    FROM passage p
                    JOIN extraction e ON e.id = p.extraction_id
                    JOIN document x ON x.part_id = e.part_id
                    JOIN revision r ON r.id = x.revision_id
                    WHERE p.id = :passage AND NOT EXISTS (
                          SELECT 1 FROM own_words_declaration o
                          WHERE o.submission_id = r.submission_id AND o.text_sha256 = p.text_sha256 AND o.undone_at IS NULL)
                    """).param("actor", actor.name()).param("at", now()).param("passage", passage).update();
            return told(made, passage, "own-words-declared", actor);
        }));
    }

    /** Takes that back; false where nobody had said so. */
    public boolean undo(long passage, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> told(jdbc.sql("""
                UPDATE own_words_declaration SET undone_at = :at
                WHERE undone_at IS NULL AND EXISTS (
                      SELECT 1 FROM passage p
                      JOIN extraction e ON e.id = p.extraction_id
                      JOIN document x ON x.part_id = e.part_id
                      JOIN revision r ON r.id = x.revision_id
                      WHERE p.id = :passage AND r.submission_id = own_words_declaration.submission_id AND p.text_sha256 = own_words_declaration.text_sha256)
                """).param("at", now()).param("passage", passage).update(), passage, "own-words-undone", actor)));
    }

    private boolean told(int changed, long passage, String act, Actor actor) {
        if (changed > 0) {
            audit.add(actor, act, "passage " + passage, "", passages.find(passage).isEmpty() ? null
                    : jdbc.sql("SELECT call_id FROM passage WHERE id = :id").param("id", passage).query(Long.class).single());
            jdbc.sql("SELECT call_id, extraction_id FROM passage WHERE id = :id").param("id", passage)
                    .query((row, n) -> new OwnWordsChanged(row.getLong("call_id"), Set.of(row.getLong("extraction_id")))).list().forEach(events::publishEvent);
        }
        return changed > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Borrowed borrowed(ResultSet row, int number) throws SQLException {
        return new Borrowed(row.getLong("passage_id"), row.getInt("words"), row.getInt("shared"), Borrowed.Source.valueOf(row.getString("origin")),
                Arrays.stream(row.getString("others").split(",")).filter(code -> !code.isEmpty()).map(CountryCode::new).toList(),
                Arrays.stream(row.getString("stretches").split(",")).filter(span -> !span.isEmpty()).map(OwnWords::span).toList(), row.getString("declared_by"));
    }

    private static Span span(String words) {
        int dash = words.indexOf('-');
        return new Span(Integer.parseInt(words.substring(0, dash)), Integer.parseInt(words.substring(dash + 1)));
    }
}
