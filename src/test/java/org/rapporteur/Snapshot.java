package org.rapporteur;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts in a data folder, without keys and times: two folders that took in the same files agree in it. */
final class Snapshot {

    private static final List<String> FACTS = List.of(
            "SELECT 'original ' || sha256 FROM original",
            "SELECT 'work ' || w.stage || ' ' || d.channel_key FROM work w JOIN delivery d ON d.id = w.subject_id WHERE w.subject_kind = 'DELIVERY'",
            "SELECT 'not indexed ' || extraction_id FROM index_change",
            "SELECT 'delivery ' || channel_key || ' ' || COALESCE(outcome, '') || ' ' || COALESCE(country, '') FROM delivery",
            """
            SELECT 'document ' || s.number || ' ' || r.ordinal || ' ' || d.ordinal || ' ' || d.role || ' ' || p.sha256
            FROM document d JOIN revision r ON r.id = d.revision_id JOIN submission s ON s.id = r.submission_id
            JOIN part p ON p.id = d.part_id
            """,
            """
            SELECT 'passage ' || p.sha256 || ' ' || a.start_offset || '-' || a.end_offset || ' ' || COALESCE(a.paragraph, '')
                   || ' ' || a.text
            FROM passage a JOIN extraction e ON e.id = a.extraction_id JOIN part p ON p.id = e.part_id
            """,
            """
            SELECT 'coding ' || a.text_sha256 || ' ' || c.code || ' ' || c.score || ' ' || c.status || ' ' || c.outcome || ' ' || c.cue
            FROM coding c JOIN passage a ON a.id = c.passage_id
            """);

    private Snapshot() {}

    /** In order, each as often as it stands there: a doubled row shows. */
    static List<String> of(Path data) {
        JdbcClient jdbc = open(data);
        return FACTS.stream().flatMap(sql -> (Stream<String>) jdbc.sql(sql).query(String.class).list().stream()).sorted().toList();
    }

    static JdbcClient open(Path data) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:%s;MODE=PostgreSQL;AUTO_SERVER=TRUE;WRITE_DELAY=0".formatted(data.resolve("db/rapporteur").toAbsolutePath()));
        source.setUser("rapporteur");
        return JdbcClient.create(source);
    }
}
