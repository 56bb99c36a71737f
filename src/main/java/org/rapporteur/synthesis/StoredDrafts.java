package org.rapporteur.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads drafts back as they were kept: what {@link Drafts} took in is what it gives out. */
@Repository
class StoredDrafts {

    private final JdbcClient jdbc;
    private final Calls calls;

    StoredDrafts(JdbcClient jdbc, Calls calls) {
        this.jdbc = jdbc;
        this.calls = calls;
    }

    /** A chapter or a section before it is filled; a chapter has no parent. */
    private record Heading(long id, @Nullable Long parent, String code, String heading, String question) {}

    Optional<Draft> find(long draft) {
        return jdbc.sql("SELECT call_id, call_revision_id, ordinal, language, papers_read, drafted_at FROM draft WHERE id = :draft")
                .param("draft", draft)
                .query((row, number) -> new Draft(draft, calls.at(row.getLong("call_id"), row.getLong("call_revision_id")),
                        row.getInt("ordinal"), Locale.of(row.getString("language")),
                        row.getObject("drafted_at", OffsetDateTime.class).toInstant(), row.getInt("papers_read"), List.of(), List.of(),
                        List.of()))
                .optional().map(this::filled);
    }

    private Draft filled(Draft draft) {
        return new Draft(draft.id(), draft.call(), draft.ordinal(), draft.language(), draft.draftedAt(), draft.papersRead(),
                chapters(draft.id()), marks(draft.id()), papers(draft));
    }

    private List<Draft.Chapter> chapters(long draft) {
        List<Heading> headings = jdbc.sql("""
                SELECT id, parent_id, code, heading, question FROM section WHERE draft_id = :draft AND kind <> 'slot' ORDER BY ordinal
                """).param("draft", draft)
                .query((row, number) -> new Heading(row.getLong("id"), row.getObject("parent_id", Long.class), row.getString("code"),
                        row.getString("heading"), row.getString("question"))).list();
        Map<Long, List<Statement>> statements = statements(draft);
        return headings.stream().filter(heading -> heading.parent() == null)
                .map(chapter -> new Draft.Chapter(chapter.code(), chapter.heading(), headings.stream()
                        .filter(section -> Long.valueOf(chapter.id()).equals(section.parent()))
                        .map(section -> new Draft.Section(section.code(), section.heading(), section.question(),
                                statements.getOrDefault(section.id(), List.of()))).toList()))
                .toList();
    }

    private Map<Long, List<Statement>> statements(long draft) {
        Map<Long, List<CountryCode>> countries = countries(draft);
        Map<Long, List<Evidence>> evidence = evidence(draft);
        return grouped(jdbc.sql("""
                SELECT t.id, t.section_id, t.version, t.form, t.code, t.text, t.counted, t.counted_of
                FROM statement t JOIN section s ON s.id = t.section_id WHERE s.draft_id = :draft ORDER BY t.section_id, t.ordinal
                """).param("draft", draft)
                .query((row, number) -> Map.entry(row.getLong("section_id"), new Statement(row.getLong("id"), row.getInt("version"),
                        row.getString("form"), row.getString("code"), row.getString("text"), row.getObject("counted", Integer.class),
                        row.getObject("counted_of", Integer.class), countries.getOrDefault(row.getLong("id"), List.of()),
                        evidence.getOrDefault(row.getLong("id"), List.of())))).list());
    }

    private Map<Long, List<CountryCode>> countries(long draft) {
        return grouped(jdbc.sql("""
                SELECT c.statement_id, c.country FROM statement_country c JOIN statement t ON t.id = c.statement_id
                JOIN section s ON s.id = t.section_id WHERE s.draft_id = :draft ORDER BY c.statement_id, c.ordinal
                """).param("draft", draft)
                .query((row, number) -> Map.entry(row.getLong("statement_id"), new CountryCode(row.getString("country")))).list());
    }

    private Map<Long, List<Evidence>> evidence(long draft) {
        return grouped(jdbc.sql("""
                SELECT e.id, e.statement_id, e.passage_id, e.country, e.citation, e.submission, e.quotation, p.language, p.text
                FROM evidence e JOIN passage p ON p.id = e.passage_id JOIN statement t ON t.id = e.statement_id
                JOIN section s ON s.id = t.section_id WHERE s.draft_id = :draft ORDER BY e.statement_id, e.ordinal
                """).param("draft", draft)
                .query((row, number) -> Map.entry(row.getLong("statement_id"), new Evidence(row.getLong("id"),
                        row.getLong("passage_id"), new CountryCode(row.getString("country")), row.getString("citation"),
                        row.getString("submission"), row.getString("quotation"), row.getString("language"), row.getString("text"))))
                .list());
    }

    private List<Draft.Marks> marks(long draft) {
        Map<String, List<Draft.Mark>> rows = grouped(jdbc.sql("""
                SELECT country, mark FROM draft_mark WHERE draft_id = :draft ORDER BY country_ordinal, theme_ordinal
                """).param("draft", draft)
                .query((row, number) -> Map.entry(row.getString("country"), Draft.Mark.valueOf(row.getString("mark")))).list());
        return rows.entrySet().stream().map(row -> new Draft.Marks(new CountryCode(row.getKey()), row.getValue())).toList();
    }

    private List<Draft.Paper> papers(Draft draft) {
        return jdbc.sql("""
                SELECT p.revision_id, p.passages, p.languages, p.excluded, r.ordinal, r.accepted_at, s.number,
                       (SELECT STRING_AGG(c.country, ',' ORDER BY c.ordinal) FROM submission_country c
                        WHERE c.submission_id = s.id) AS countries
                FROM draft_paper p JOIN revision r ON r.id = p.revision_id JOIN submission s ON s.id = r.submission_id
                WHERE p.draft_id = :draft ORDER BY p.ordinal
                """).param("draft", draft.id()).query(StoredDrafts::paper).list();
    }

    private static Draft.Paper paper(ResultSet row, int number) throws SQLException {
        String excluded = row.getString("excluded");
        return new Draft.Paper(row.getLong("revision_id"), row.getString("number"), row.getInt("ordinal"),
                split(row.getString("countries")).map(CountryCode::new).toList(), split(row.getString("languages")).toList(),
                row.getInt("passages"), row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
                excluded == null ? null : Exclusion.valueOf(excluded));
    }

    private static Stream<String> split(String list) {
        return Stream.of(list.split(",")).filter(one -> !one.isEmpty());
    }

    /** Values by key, both in the order in which they came. */
    private static <K, V> Map<K, List<V>> grouped(List<Map.Entry<K, V>> rows) {
        return rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
