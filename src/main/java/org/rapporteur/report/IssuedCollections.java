package org.rapporteur.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The collections that were issued. None is ever changed or taken away: the next one has the next number. */
@Repository
public class IssuedCollections {

    private static final String COLUMNS = "SELECT id, edition, ordinal, language, sha256, issued_at FROM collection ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    IssuedCollections(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * A collection as it was issued.
     *
     * @param id its key in the database
     * @param ordinal 1-based among those of its edition
     * @param document the hash of the DOCX, whose bytes are kept among the originals
     * @param issuedAt when
     */
    public record Issued(long id, Edition edition, int ordinal, Locale language, Sha256 document, OffsetDateTime issuedAt) {}

    /** A paper in an issued collection: key and ordinal of its revision, and its number then. */
    public record Paper(long revision, int ordinal, String number) {}

    /** The number that the next collection of this edition will have. */
    int next(long call, Edition edition) {
        return jdbc.sql("SELECT COALESCE(MAX(ordinal), 0) + 1 FROM collection WHERE call_id = :call AND edition = :edition")
                .param("call", call).param("edition", edition.name()).query(Integer.class).single();
    }

    /**
     * Keeps what was issued, whole or not at all.
     *
     * @param document of which the bytes are kept already
     * @throws org.springframework.dao.DuplicateKeyException where somebody else has issued this number meanwhile
     */
    Issued add(Collection collection, Sha256 document, Actor actor) {
        int ordinal = Optional.ofNullable(collection.ordinal()).orElseThrow(() -> new IllegalArgumentException("a working copy is not issued"));
        long call = collection.call().id();
        return transaction.execute(status -> {
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("""
                    INSERT INTO collection (call_id, edition, ordinal, language, sha256, issued_at, actor)
                    VALUES (:call, :edition, :ordinal, :language, :sha256, :at, :actor)
                    """).param("call", call).param("edition", collection.edition().name()).param("ordinal", ordinal)
                    .param("language", collection.language().toLanguageTag()).param("sha256", document.hex())
                    .param("at", collection.at().atOffset(ZoneOffset.UTC)).param("actor", actor.name()).update(key, "id");
            long id = key.getKeyAs(Long.class);
            for (int i = 0; i < collection.papers().size(); i++) {
                jdbc.sql("""
                        INSERT INTO collection_paper (collection_id, call_id, ordinal, revision_id, number)
                        VALUES (:collection, :call, :ordinal, :revision, :number)
                        """).param("collection", id).param("call", call).param("ordinal", i + 1)
                        .param("revision", collection.papers().get(i).key()).param("number", collection.papers().get(i).number().value()).update();
            }
            audit.add(actor, "collection-issued", collection.edition().word() + " " + ordinal, document.hex(), call);
            return find(call, collection.edition(), ordinal).orElseThrow();
        });
    }

    public Optional<Issued> find(long call, Edition edition, int ordinal) {
        return jdbc.sql(COLUMNS + "WHERE call_id = :call AND edition = :edition AND ordinal = :ordinal").param("call", call)
                .param("edition", edition.name()).param("ordinal", ordinal).query(IssuedCollections::issued).optional();
    }

    /** Those of a call, by edition and number. */
    public List<Issued> of(long call) {
        return jdbc.sql(COLUMNS + "WHERE call_id = :call ORDER BY edition, ordinal").param("call", call).query(IssuedCollections::issued).list();
    }

    /** The papers of an issued collection, in its order. */
    public List<Paper> papers(long collection) {
        return jdbc.sql("""
                SELECT p.revision_id, r.ordinal, p.number FROM collection_paper p JOIN revision r ON r.id = p.revision_id
                WHERE p.collection_id = :collection ORDER BY p.ordinal
                """).param("collection", collection).query((row, n) -> new Paper(row.getLong(1), row.getInt(2), row.getString(3))).list();
    }

    private static Issued issued(ResultSet row, int number) throws SQLException {
        return new Issued(row.getLong("id"), Edition.valueOf(row.getString("edition")), row.getInt("ordinal"),
                Locale.forLanguageTag(row.getString("language")), new Sha256(row.getString("sha256").strip()),
                row.getObject("issued_at", OffsetDateTime.class));
    }
}
