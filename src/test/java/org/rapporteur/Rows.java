package org.rapporteur;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the rows that a store's test stands on and does not care about. */
public final class Rows {

    public static final String SHA256 = "0".repeat(64);
    private static final OffsetDateTime THEN = OffsetDateTime.of(2004, 5, 3, 9, 0, 0, 0, ZoneOffset.UTC);

    private final DataSource source;
    private final JdbcClient jdbc;
    private int made;

    public Rows(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSource source() {
        return source;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public long call() {
        return insert(jdbc.sql("INSERT INTO call (code, created_at) VALUES (:code, :at)").param("code", "CALL-" + ++made).param("at", THEN));
    }

    public long callRevision(long call) {
        return insert(jdbc.sql("""
                INSERT INTO call_revision (call_id, ordinal, sha256, call_yaml, codebook_yaml, imported_at, actor)
                VALUES (:call, :ordinal, :sha256, '', '', :at, 'test')
                """).param("call", call).param("ordinal", ++made).param("sha256", SHA256).param("at", THEN));
    }

    public void original() {
        jdbc.sql("INSERT INTO original (sha256, size, stored_at) VALUES (:sha256, 1, :at) ON CONFLICT DO NOTHING").param("sha256", SHA256)
                .param("at", THEN).update();
    }

    public long delivery(long call) {
        original();
        return insert(jdbc.sql("""
                INSERT INTO delivery (call_id, kind, channel, channel_key, sha256, subject, received_at, late)
                VALUES (:call, 'PAPER', 'FOLDER', :key, :sha256, 'paper.docx', :at, FALSE)
                """).param("call", call).param("key", "key " + ++made).param("sha256", SHA256).param("at", THEN));
    }

    public long part(long call, long delivery) {
        return insert(jdbc.sql("""
                INSERT INTO part (call_id, delivery_id, ordinal, name, media_type, sha256, standing)
                VALUES (:call, :delivery, :ordinal, 'paper.docx', 'text/plain', :sha256, 'DOCUMENT')
                """).param("call", call).param("delivery", delivery).param("ordinal", ++made).param("sha256", SHA256));
    }

    public long extraction(long call, long part) {
        return insert(jdbc.sql("""
                INSERT INTO extraction (call_id, part_id, version, media_type, language, blocks, text_sha256, extracted_at)
                VALUES (:call, :part, :version, 'text/plain', 'en', '[]', :sha256, :at)
                """).param("call", call).param("part", part).param("version", "v" + ++made).param("sha256", SHA256).param("at", THEN));
    }

    /** A submission of Korea with one revision that holds the part; its key. */
    public long submission(long call, long delivery, long part) {
        long submission = insert(jdbc.sql("INSERT INTO submission (call_id, number, created_at) VALUES (:call, :number, :at)")
                .param("call", call).param("number", "MCH-2004-KOR-%03d".formatted(++made)).param("at", THEN));
        jdbc.sql("INSERT INTO submission_country (submission_id, call_id, country, ordinal) VALUES (:submission, :call, 'KOR', 1)")
                .param("submission", submission).param("call", call).update();
        revision(call, submission, 1, delivery, part);
        return submission;
    }

    public void revision(long call, long submission, int ordinal, long delivery, long part) {
        long revision = insert(jdbc.sql("""
                INSERT INTO revision (call_id, submission_id, ordinal, delivery_id, accepted_at)
                VALUES (:call, :submission, :ordinal, :delivery, :at)
                """).param("call", call).param("submission", submission).param("ordinal", ordinal).param("delivery", delivery)
                .param("at", THEN));
        jdbc.sql("INSERT INTO document (call_id, revision_id, part_id, ordinal, role) VALUES (:call, :revision, :part, 1, 'MAIN')")
                .param("call", call).param("revision", revision).param("part", part).update();
    }

    public long passage(long call, long extraction, String text) {
        return insert(jdbc.sql("""
                INSERT INTO passage (call_id, extraction_id, ordinal, paragraph, heading_path, start_offset, end_offset, language, text,
                                     text_sha256)
                VALUES (:call, :extraction, :ordinal, '1', '', :start, :end, 'en', :text, :sha256)
                """).param("call", call).param("extraction", extraction).param("ordinal", ++made).param("start", made * 1000)
                .param("end", made * 1000 + text.length()).param("text", text).param("sha256", Sha256.of(text).hex()));
    }

    private static long insert(JdbcClient.StatementSpec statement) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        statement.update(key, "id");
        return key.getKey().longValue();
    }
}
