package org.rapporteur.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rapporteur.account.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who says to have read which revision of a paper; a new revision has to be read anew. */
@Repository
public class ReadMarks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** That somebody has read a revision. */
    public record Mark(String reader, int revision, Instant at) {}

    /** Said twice it is said once. */
    public void add(long call, long revision, Actor reader) {
        jdbc.sql("INSERT INTO read_mark (revision_id, call_id, reader, read_at) VALUES (:revision, :call, :reader, :at) ON CONFLICT DO NOTHING")
                .param("revision", revision).param("call", call).param("reader", reader.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    public void takeBack(long revision, Actor reader) {
        jdbc.sql("DELETE FROM read_mark WHERE revision_id = :revision AND reader = :reader").param("revision", revision).param("reader", reader.name()).update();
    }

    /** Of all revisions of a submission, the latest first. */
    public List<Mark> of(long submission) {
        return jdbc.sql("""
                SELECT m.reader, r.ordinal, m.read_at FROM read_mark m JOIN revision r ON r.id = m.revision_id
                WHERE r.submission_id = :submission ORDER BY r.ordinal DESC, m.read_at, m.reader
                """).param("submission", submission).query((row, n) -> new Mark(row.getString("reader"), row.getInt("ordinal"),
                row.getObject("read_at", OffsetDateTime.class).toInstant())).list();
    }
}
