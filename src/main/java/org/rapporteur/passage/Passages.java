package org.rapporteur.passage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passages with the identity they keep: the same stretch of the same extraction is the same row, however often it is split. */
@Repository
public class Passages {

    private static final String PATH_SEPARATOR = "\u001F";

    private static final String CITED = """
            SELECT p.id, p.extraction_id, p.ordinal, p.paragraph, p.page, p.heading_path, p.start_offset, p.end_offset, p.language,
                   p.text, p.confidence, s.number, r.ordinal AS revision, d.role, e.language AS document_language,
                   (SELECT STRING_AGG(c.country, ',' ORDER BY c.ordinal) FROM submission_country c
                    WHERE c.submission_id = s.id) AS countries,
                   CASE WHEN s.access = 'RESTRICTED' OR EXISTS (
                             SELECT 1 FROM passage_rule l WHERE l.submission_id = s.id AND l.access = 'RESTRICTED'
                               AND (l.text_sha256 = p.text_sha256 OR l.lost OR r.ordinal < s.latest)) THEN 'RESTRICTED' ELSE 'PUBLIC' END AS access,
                   CASE WHEN s.attribution = 'NOT_FOR_QUOTATION' OR EXISTS (
                             SELECT 1 FROM passage_rule l WHERE l.submission_id = s.id AND l.attribution = 'NOT_FOR_QUOTATION'
                               AND (l.text_sha256 = p.text_sha256 OR l.lost OR r.ordinal < s.latest)) THEN 'NOT_FOR_QUOTATION'
                        WHEN s.attribution = 'UNNAMED' OR EXISTS (
                             SELECT 1 FROM passage_rule l WHERE l.submission_id = s.id AND l.attribution = 'UNNAMED'
                               AND (l.text_sha256 = p.text_sha256 OR l.lost)) THEN 'UNNAMED' ELSE 'NAMED' END AS attribution,
                   (r.ordinal = s.latest
                    AND e.id = (SELECT MAX(v.id) FROM extraction v WHERE v.part_id = e.part_id)) AS in_force
            FROM passage p
            JOIN extraction e ON e.id = p.extraction_id
            JOIN document d ON d.part_id = e.part_id
            JOIN revision r ON r.id = d.revision_id
            JOIN (SELECT b.id, b.number, b.access, b.attribution,
                         (SELECT MAX(l.ordinal) FROM revision l WHERE l.submission_id = b.id) AS latest
                  FROM submission b) s ON s.id = r.submission_id
            WHERE r.ordinal = (SELECT MAX(m.ordinal) FROM revision m JOIN document n ON n.revision_id = m.id
                               WHERE n.part_id = d.part_id AND m.submission_id = s.id)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    Passages(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Adds the passages that are new; those of the same extraction and offsets stay as they are. */
    public void add(long call, List<Passage> passages) {
        batch.batchUpdate("""
                INSERT INTO passage (call_id, extraction_id, ordinal, paragraph, page, heading_path, start_offset, end_offset,
                                     language, text, text_sha256, confidence)
                VALUES (:call, :extraction, :ordinal, :paragraph, :page, :path, :start, :end, :language, :text, :sha256, :confidence)
                ON CONFLICT DO NOTHING
                """, passages.stream().map(passage -> row(call, passage)).toArray(MapSqlParameterSource[]::new));
    }

    /** The passages of extractions, in order. */
    public List<Passage> of(Collection<Long> extractions) {
        return Batches.of(extractions).stream().flatMap(some -> jdbc.sql("""
                SELECT id, extraction_id, ordinal, paragraph, page, heading_path, start_offset, end_offset, language, text, confidence
                FROM passage WHERE extraction_id IN (:extractions) ORDER BY extraction_id, ordinal
                """).param("extractions", some).query(Passages::passage).list().stream()).toList();
    }

    /** The passages of extractions with their papers, in order. */
    public List<CitedPassage> cited(Collection<Long> extractions) {
        return Batches.of(extractions).stream().flatMap(some -> jdbc.sql(CITED + " AND p.extraction_id IN (:extractions) "
                + "ORDER BY p.extraction_id, p.ordinal").param("extractions", some).query(Passages::citedPassage).list().stream()).toList();
    }

    /** One passage with its paper. */
    public Optional<CitedPassage> find(long passage) {
        return jdbc.sql(CITED + " AND p.id = :passage").param("passage", passage).query(Passages::citedPassage).optional();
    }

    /** Passages with their papers, by key; those that are not there are missing. */
    public Map<Long, CitedPassage> find(Collection<Long> passages) {
        return Batches.of(passages).stream().flatMap(some -> jdbc.sql(CITED + " AND p.id IN (:passages)").param("passages", some)
                .query(Passages::citedPassage).list().stream()).collect(Collectors.toMap(cited -> cited.passage().id(), Function.identity(), (one, same) -> one));
    }

    /** Every passage in force of a call, by submission, document and place. */
    public List<CitedPassage> inForce(long call) {
        return jdbc.sql(CITED + " AND p.call_id = :call ORDER BY s.number, d.ordinal, p.ordinal").param("call", call)
                .query(Passages::citedPassage).list().stream().filter(CitedPassage::inForce).toList();
    }

    /** Every passage in force of a call that everybody may see under the name of its country, by extraction and place. */
    public List<CitedPassage> forEverybody(long call) {
        return jdbc.sql("SELECT c.* FROM (" + CITED + """
                 AND p.call_id = :call) c
                WHERE c.in_force AND c.access = 'PUBLIC' AND c.attribution = 'NAMED' ORDER BY c.extraction_id, c.ordinal
                """).param("call", call).query(Passages::citedPassage).list();
    }

    /** The passages of a paper in force, in the order of its documents. */
    public List<CitedPassage> ofPaper(SubmissionNumber number) {
        return jdbc.sql(CITED + " AND s.number = :number ORDER BY d.ordinal, p.ordinal").param("number", number.value())
                .query(Passages::citedPassage).list().stream().filter(CitedPassage::inForce).toList();
    }

    /** The passages of a document of a paper as it was read last, in order, whether or not it is in force. */
    public List<CitedPassage> ofDocument(SubmissionNumber number, long part) {
        return jdbc.sql(CITED + """
                 AND s.number = :number AND d.part_id = :part AND e.id = (SELECT MAX(v.id) FROM extraction v WHERE v.part_id = e.part_id)
                ORDER BY p.ordinal
                """).param("number", number.value()).param("part", part).query(Passages::citedPassage).list();
    }

    /** Whether the text still has the hash it was kept with, for every passage of a call by its key. */
    public Map<Long, Boolean> intact(long call) {
        Map<Long, Boolean> intact = new TreeMap<>();
        jdbc.sql("SELECT id, text, text_sha256 FROM passage WHERE call_id = :call").param("call", call)
                .query(row -> {
                    intact.put(row.getLong("id"), Sha256.of(row.getString("text")).hex().equals(row.getString("text_sha256").strip()));
                });
        return intact;
    }

    private static MapSqlParameterSource row(long call, Passage passage) {
        Locator locator = passage.locator();
        return new MapSqlParameterSource("call", call)
                .addValue("extraction", passage.extraction()).addValue("ordinal", passage.ordinal())
                .addValue("paragraph", locator.paragraph()).addValue("page", locator.page())
                .addValue("path", shortened(String.join(PATH_SEPARATOR, locator.headingPath())))
                .addValue("start", locator.start()).addValue("end", locator.end()).addValue("language", passage.language())
                .addValue("text", passage.text()).addValue("confidence", passage.confidence()).addValue("sha256", Sha256.of(passage.text()).hex());
    }

    private static String shortened(String path) {
        return path.length() <= 2000 ? path : path.substring(0, 2000);
    }

    private static Passage passage(ResultSet row, int number) throws SQLException {
        String path = row.getString("heading_path");
        Locator locator = new Locator(row.getObject("page", Integer.class), row.getString("paragraph"),
                path == null || path.isEmpty() ? List.of() : Arrays.asList(path.split(PATH_SEPARATOR)),
                row.getInt("start_offset"), row.getInt("end_offset"));
        return new Passage(row.getLong("id"), row.getLong("extraction_id"), row.getInt("ordinal"), locator,
                row.getString("language"), row.getString("text"), row.getObject("confidence", Integer.class));
    }

    private static CitedPassage citedPassage(ResultSet row, int number) throws SQLException {
        return new CitedPassage(passage(row, number), new SubmissionNumber(row.getString("number")), row.getInt("revision"),
                row.getBoolean("in_force"), DocumentRole.valueOf(row.getString("role")), row.getString("document_language"),
                Arrays.stream(row.getString("countries").split(",")).map(CountryCode::new).toList(),
                Access.valueOf(row.getString("access")), Attribution.valueOf(row.getString("attribution")));
    }
}
