package org.rapporteur.synthesis;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts with their statements and evidence; a draft is never changed by another one. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final StoredDrafts stored;

    Drafts(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, StoredDrafts stored) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.stored = stored;
    }

    /** A quotation as it was stored, with the passage it was taken from. */
    public record Stored(long evidence, long passage, @Nullable String quotation, int start, int end, Sha256 text) {}

    /** Keeps a draft whole or not at all; returned with its ordinal and its keys. */
    Draft add(String report, Actor actor, Draft draft) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Integer ordinal = jdbc.sql("SELECT COALESCE(MAX(ordinal), 0) + 1 FROM draft WHERE call_id = :call AND report = :report")
                    .param("call", draft.call().id()).param("report", report).query(Integer.class).single();
            long id = insert(jdbc.sql("""
                    INSERT INTO draft (call_id, report, ordinal, call_revision_id, language, papers_read, drafted_at, actor)
                    VALUES (:call, :report, :ordinal, :revision, :language, :read, :at, :actor)
                    """)
                    .param("call", draft.call().id()).param("report", report).param("ordinal", ordinal)
                    .param("revision", draft.call().revision()).param("language", draft.language().getLanguage())
                    .param("read", draft.papersRead()).param("at", draft.draftedAt().atOffset(ZoneOffset.UTC))
                    .param("actor", actor.name()));
            papers(draft, id);
            marks(draft, id);
            audit.add(actor, "draft", report + " " + ordinal, draft.papersRead() + " papers read", draft.call().id());
            return new Draft(id, draft.call(), ordinal, draft.language(), draft.draftedAt(), draft.papersRead(),
                    chapters(draft, id), draft.marks(), draft.papers());
        }));
    }

    /** A draft as it was kept, whole. */
    public Optional<Draft> find(long draft) {
        return stored.find(draft);
    }

    /** The latest draft of a report of a call. */
    public Optional<Draft> latest(long call, String report) {
        return jdbc.sql("SELECT id FROM draft WHERE call_id = :call AND report = :report ORDER BY ordinal DESC LIMIT 1")
                .param("call", call).param("report", report).query(Long.class).optional().flatMap(stored::find);
    }

    /** The keys of all drafts of a call, the oldest first. */
    public List<Long> of(long call) {
        return jdbc.sql("SELECT id FROM draft WHERE call_id = :call ORDER BY id").param("call", call).query(Long.class).list();
    }

    /** Every piece of evidence of a call's drafts, in the order it was stored. */
    public List<Stored> evidence(long call) {
        return jdbc.sql("""
                SELECT id, passage_id, quotation, start_offset, end_offset, text_sha256 FROM evidence
                WHERE call_id = :call ORDER BY id
                """).param("call", call)
                .query((row, number) -> new Stored(row.getLong("id"), row.getLong("passage_id"), row.getString("quotation"),
                        row.getInt("start_offset"), row.getInt("end_offset"), new Sha256(row.getString("text_sha256").strip())))
                .list();
    }

    private void papers(Draft draft, long id) {
        int ordinal = 0;
        for (Draft.Paper paper : draft.papers()) {
            jdbc.sql("""
                    INSERT INTO draft_paper (draft_id, call_id, ordinal, revision_id, is_read, passages, languages, excluded)
                    VALUES (:draft, :call, :ordinal, :revision, :read, :passages, :languages, :excluded)
                    """)
                    .param("draft", id).param("call", draft.call().id()).param("ordinal", ++ordinal).param("revision", paper.key())
                    .param("read", paper.wasRead()).param("passages", paper.passages())
                    .param("languages", String.join(",", paper.languages()))
                    .param("excluded", paper.excluded() == null ? null : paper.excluded().name(), java.sql.Types.VARCHAR).update();
        }
    }

    private void marks(Draft draft, long id) {
        int row = 0;
        for (Draft.Marks marks : draft.marks()) {
            row++;
            for (int theme = 1; theme <= marks.marks().size(); theme++) {
                jdbc.sql("""
                        INSERT INTO draft_mark (draft_id, call_id, country_ordinal, country, theme_ordinal, mark)
                        VALUES (:draft, :call, :row, :country, :theme, :mark)
                        """)
                        .param("draft", id).param("call", draft.call().id()).param("row", row)
                        .param("country", marks.country().value()).param("theme", theme)
                        .param("mark", marks.marks().get(theme - 1).name()).update();
            }
        }
    }

    private List<Draft.Chapter> chapters(Draft draft, long id) {
        long call = draft.call().id();
        List<Draft.Chapter> kept = new ArrayList<>();
        slot(call, id, 0, "summary");
        for (Draft.Chapter chapter : draft.chapters()) {
            long parent = section(call, id, null, kept.size() + 1, "chapter", chapter.code(), chapter.heading(), "");
            List<Draft.Section> sections = new ArrayList<>();
            for (Draft.Section section : chapter.sections()) {
                long key = section(call, id, parent, sections.size() + 1, "section", section.code(), section.heading(),
                        section.question());
                sections.add(new Draft.Section(section.code(), section.heading(), section.question(), statements(call, key, section)));
            }
            kept.add(new Draft.Chapter(chapter.code(), chapter.heading(), sections));
        }
        slot(call, id, kept.size() + 1, "conclusions");
        slot(call, id, kept.size() + 2, "recommendations");
        return kept;
    }

    private void slot(long call, long draft, int ordinal, String name) {
        section(call, draft, null, ordinal, "slot", name, name, "");
    }

    private long section(long call, long draft, @Nullable Long parent, int ordinal, String kind, String code, String heading,
            String question) {
        return insert(jdbc.sql("""
                INSERT INTO section (call_id, draft_id, parent_id, ordinal, kind, code, heading, question)
                VALUES (:call, :draft, :parent, :ordinal, :kind, :code, :heading, :question)
                """)
                .param("call", call).param("draft", draft).param("parent", parent, java.sql.Types.BIGINT).param("ordinal", ordinal)
                .param("kind", kind).param("code", code).param("heading", heading).param("question", question));
    }

    private List<Statement> statements(long call, long section, Draft.Section of) {
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : of.statements()) {
            long id = insert(jdbc.sql("""
                    INSERT INTO statement (call_id, section_id, ordinal, version, state, form, code, text, counted, counted_of, included)
                    VALUES (:call, :section, :ordinal, :version, 'machine', :form, :code, :text, :counted, :of, TRUE)
                    """)
                    .param("call", call).param("section", section).param("ordinal", kept.size() + 1)
                    .param("version", statement.version()).param("form", statement.form()).param("code", statement.code())
                    .param("text", statement.text()).param("counted", statement.counted(), java.sql.Types.INTEGER)
                    .param("of", statement.of(), java.sql.Types.INTEGER));
            countries(call, id, statement.countries());
            kept.add(new Statement(id, statement.version(), statement.form(), statement.code(), statement.text(), statement.counted(),
                    statement.of(), statement.countries(), evidence(call, id, statement.evidence())));
        }
        return kept;
    }

    private void countries(long call, long statement, List<CountryCode> countries) {
        for (int ordinal = 1; ordinal <= countries.size(); ordinal++) {
            jdbc.sql("""
                    INSERT INTO statement_country (statement_id, call_id, country, ordinal)
                    VALUES (:statement, :call, :country, :ordinal)
                    """)
                    .param("statement", statement).param("call", call).param("country", countries.get(ordinal - 1).value())
                    .param("ordinal", ordinal).update();
        }
    }

    private List<Evidence> evidence(long call, long statement, List<Evidence> evidence) {
        List<Evidence> kept = new ArrayList<>();
        for (Evidence one : evidence) {
            Integer start = one.quotation() == null ? null : one.text().indexOf(one.quotation());
            long id = insert(jdbc.sql("""
                    INSERT INTO evidence (call_id, statement_id, ordinal, passage_id, country, citation, submission, quotation,
                                          start_offset, end_offset, text_sha256)
                    VALUES (:call, :statement, :ordinal, :passage, :country, :citation, :submission, :quotation, :start, :end, :sha256)
                    """)
                    .param("call", call).param("statement", statement).param("ordinal", kept.size() + 1)
                    .param("passage", one.passage()).param("country", one.country().value()).param("citation", one.citation()).param("submission", one.submission())
                    .param("quotation", one.quotation(), java.sql.Types.VARCHAR).param("start", start, java.sql.Types.INTEGER)
                    .param("end", start == null ? null : start + one.quotation().length(), java.sql.Types.INTEGER)
                    .param("sha256", Sha256.of(one.text()).hex()));
            kept.add(new Evidence(id, one.passage(), one.country(), one.citation(), one.submission(), one.quotation(), one.language(),
                    one.text()));
        }
        return kept;
    }

    private static long insert(JdbcClient.StatementSpec statement) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        statement.update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
