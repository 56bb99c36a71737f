package org.rapporteur.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The notes in the cells of the matrix; every version is kept, and nobody overwrites what somebody else wrote meanwhile. */
@Repository
public class CellNotes {

    private static final int LONGEST = 400;
    private static final String SELECT = """
            SELECT n.id, n.code, n.country, n.version, n.text, n.actor, n.written_at, n.confirmed_by,
                   (SELECT STRING_AGG(CAST(p.passage_id AS VARCHAR), ',' ORDER BY p.passage_id) FROM cell_note_passage p WHERE p.note_id = n.id) AS passages
            FROM cell_note n
            """;
    private static final String STANDS = """
             AND n.version = (SELECT MAX(l.version) FROM cell_note l WHERE l.call_id = n.call_id AND l.code = n.code AND l.country = n.country)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    CellNotes(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a note. */
    public sealed interface Written {}

    public record Kept(CellNote note) implements Written {}

    /** Somebody else wrote meanwhile; nothing was changed. */
    public record Overtaken(CellNote by) implements Written {}

    /** It has too many words, too long ones, or no passage; nothing was changed. */
    public record Refused(String sentence) implements Written {}

    /**
     * Writes a note, or takes it away.
     *
     * @param text empty to take it away
     * @param passages keys of the passages it rests on
     * @param seen the version that the person had before the eyes; 0 where there was none
     */
    public Written write(long call, CodeId code, CountryCode country, String text, Collection<Long> passages, int seen, Actor actor) {
        String plain = text.strip().replaceAll("\\s+", " ");
        if (CellNote.words(plain) > CellNote.MOST_WORDS || plain.length() > LONGEST) {
            return new Refused("A note has at most %d words and %d characters; this one has %d and %d. Nothing was kept: shorten it."
                    .formatted(CellNote.MOST_WORDS, LONGEST, CellNote.words(plain), plain.length()));
        }
        if (!plain.isEmpty() && passages.isEmpty()) {
            return new Refused("A note rests on passages. Nothing was kept: tick those that say it.");
        }
        Optional<CellNote> standing = find(call, code, country);
        if (standing.map(CellNote::version).orElse(0) != seen) {
            return new Overtaken(standing.orElseThrow());
        }
        try {
            return transaction.execute(status -> new Kept(insert(call, code, country, plain, passages, seen + 1, actor)));
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Overtaken(find(call, code, country).orElseThrow());
        }
    }

    private CellNote insert(long call, CodeId code, CountryCode country, String text, Collection<Long> passages, int version, Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO cell_note (call_id, code, country, version, text, actor, written_at) VALUES (:call, :code, :country, :version, :text, :actor, :at)
                """).param("call", call).param("code", code.value()).param("country", country.value()).param("version", version).param("text", text)
                .param("actor", actor.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
        long id = key.getKeyAs(Long.class);
        if (!text.isEmpty()) {
            passages.stream().distinct().forEach(passage -> jdbc.sql("INSERT INTO cell_note_passage (note_id, passage_id) VALUES (:note, :passage)")
                    .param("note", id).param("passage", passage).update());
        }
        audit.add(actor, text.isEmpty() ? "cell-note-removed" : "cell-note-written", code.value() + " " + country.value(), "version " + version, call);
        return history(call, code, country).getLast();
    }

    /** Keeps that a person found the note to say what its passages say; false where it does not stand any more, or somebody has confirmed it. */
    public boolean confirm(long call, long note, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int changed = jdbc.sql("""
                    UPDATE cell_note SET confirmed_by = :actor, confirmed_at = :at
                    WHERE id = :note AND call_id = :call AND confirmed_by IS NULL AND text <> ''
                      AND version = (SELECT MAX(l.version) FROM cell_note l
                                     WHERE l.call_id = cell_note.call_id AND l.code = cell_note.code AND l.country = cell_note.country)
                    """).param("actor", actor.name(), Types.VARCHAR).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("note", note).param("call", call).update();
            if (changed == 1) {
                audit.add(actor, "cell-note-confirmed", "note " + note, "", call);
            }
            return changed == 1;
        }));
    }

    /** The notes that stand in a call, those taken away left out. */
    public List<CellNote> of(long call) {
        return jdbc.sql(SELECT + " WHERE n.call_id = :call AND n.text <> ''" + STANDS + " ORDER BY n.code, n.country").param("call", call)
                .query(CellNotes::note).list();
    }

    /** The latest version, also where it took the note away. */
    public Optional<CellNote> find(long call, CodeId code, CountryCode country) {
        return history(call, code, country).stream().reduce((earlier, later) -> later);
    }

    /** Every version, the first one first. */
    public List<CellNote> history(long call, CodeId code, CountryCode country) {
        return jdbc.sql(SELECT + " WHERE n.call_id = :call AND n.code = :code AND n.country = :country ORDER BY n.version").param("call", call)
                .param("code", code.value()).param("country", country.value()).query(CellNotes::note).list();
    }

    private static CellNote note(ResultSet row, int number) throws SQLException {
        String passages = row.getString("passages");
        return new CellNote(row.getLong("id"), new CodeId(row.getString("code")), new CountryCode(row.getString("country")), row.getInt("version"),
                row.getString("text"), passages == null ? List.of() : List.of(passages.split(",")).stream().map(Long::valueOf).toList(), row.getString("actor"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("confirmed_by"));
    }
}
