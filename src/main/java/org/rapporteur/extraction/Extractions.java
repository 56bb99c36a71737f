package org.rapporteur.extraction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was read of every part, one row for each version of the extractor. */
@Repository
public class Extractions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Extractions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what this version read of a part; a second time changes nothing. */
    public void add(long call, long part, Reading.Text text) {
        String blocks = JSON.writeValueAsString(text.blocks());
        jdbc.sql("""
                INSERT INTO extraction (call_id, part_id, version, media_type, pages, language, blocks, text_sha256, extracted_at, declared_pages)
                VALUES (:call, :part, :version, :mediaType, :pages, :language, :blocks, :sha256, :at, :declared) ON CONFLICT DO NOTHING
                """)
                .param("call", call).param("part", part).param("version", Extractor.VERSION).param("mediaType", text.mediaType())
                .param("pages", text.pages()).param("language", text.language()).param("blocks", blocks)
                .param("sha256", Sha256.of(blocks).hex()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("declared", text.declared()).update();
    }

    /** The latest extraction of each of these parts, in order of part; parts that were never read have none. */
    public List<Extraction> latest(Collection<Long> parts) {
        return parts.isEmpty() ? List.of() : jdbc.sql("""
                SELECT e.id, e.part_id, e.media_type, e.pages, e.language, e.blocks, e.declared_pages FROM extraction e
                WHERE e.part_id IN (:parts) AND e.id = (SELECT MAX(l.id) FROM extraction l WHERE l.part_id = e.part_id)
                ORDER BY e.part_id
                """).param("parts", parts).query(Extractions::extraction).list();
    }

    /** The keys of the latest extraction of each of these parts, in order of part. */
    public List<Long> latestKeys(Collection<Long> parts) {
        return parts.isEmpty() ? List.of() : jdbc.sql("SELECT MAX(id) FROM extraction WHERE part_id IN (:parts) GROUP BY part_id ORDER BY part_id")
                .param("parts", parts).query(Long.class).list();
    }

    /** The keys of every extraction of these parts, whatever version read them. */
    public List<Long> all(Collection<Long> parts) {
        return parts.isEmpty() ? List.of() : jdbc.sql("SELECT id FROM extraction WHERE part_id IN (:parts) ORDER BY id")
                .param("parts", parts).query(Long.class).list();
    }

    /** Whether what was kept still has the hash it was kept with, for every extraction of a call by its key. */
    public Map<Long, Boolean> intact(long call) {
        Map<Long, Boolean> intact = new TreeMap<>();
        jdbc.sql("SELECT id, blocks, text_sha256 FROM extraction WHERE call_id = :call").param("call", call)
                .query(row -> {
                    intact.put(row.getLong("id"), Sha256.of(row.getString("blocks")).hex().equals(row.getString("text_sha256").strip()));
                });
        return intact;
    }

    private static Extraction extraction(ResultSet row, int number) throws SQLException {
        return new Extraction(row.getLong("id"), row.getLong("part_id"), row.getString("media_type"),
                row.getObject("pages", Integer.class), row.getString("language"),
                JSON.readValue(row.getString("blocks"), new TypeReference<List<Block>>() {}),
                row.getObject("declared_pages", Integer.class));
    }
}
