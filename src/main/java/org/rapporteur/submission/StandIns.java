package org.rapporteur.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that the secretariat attached to parts that could not be read. Nothing is taken away: the latest of a part counts. */
@Repository
public class StandIns {

    private static final String SELECT = """
            SELECT s.part_id, p.name AS of_name, p.sha256 AS replaced, s.kind, s.name, s.sha256, s.actor, s.attached_at
            FROM stand_in s JOIN part p ON p.id = s.part_id
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StandIns(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param original bytes that are kept already */
    public void attach(long call, Part part, StandIn.Kind kind, String name, Sha256 original, Actor actor) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO stand_in (call_id, part_id, kind, name, sha256, actor, attached_at)
                    VALUES (:call, :part, :kind, :name, :sha256, :actor, :at)
                    """).param("call", call).param("part", part.id()).param("kind", kind.name()).param("name", name)
                    .param("sha256", original.hex()).param("actor", actor.name()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            audit.add(actor, switch (kind) {
                case TRANSCRIPTION -> "transcription-attached";
                case BETTER_FILE -> "better-file-attached";
            }, "delivery " + part.delivery(), "%s for %s, SHA-256 %s".formatted(name, part.name(), original), call);
        });
    }

    /** What counts for the parts of a delivery, in order of part. */
    public List<StandIn> of(long delivery) {
        return jdbc.sql(SELECT + """
                WHERE p.delivery_id = :delivery AND s.id = (SELECT MAX(l.id) FROM stand_in l WHERE l.part_id = s.part_id)
                ORDER BY s.part_id
                """).param("delivery", delivery).query(StandIns::standIn).list();
    }

    /** Of these parts those that stand for another one, each with what is known of where it comes from. */
    public Map<Long, StandIn> among(Collection<Part> parts) {
        Map<Long, StandIn> found = new HashMap<>();
        List<Long> parents = parts.stream().map(Part::parent).filter(parent -> parent != null).distinct().toList();
        List<StandIn> all = parents.isEmpty() ? List.of() : jdbc.sql(SELECT + " WHERE s.part_id IN (:parents) ORDER BY s.id")
                .param("parents", parents).query(StandIns::standIn).list();
        for (Part part : parts) {
            all.stream().filter(one -> part.parent() != null && part.parent() == one.part() && part.original().equals(one.original()))
                    .forEach(one -> found.put(part.id(), one));
        }
        return found;
    }

    private static StandIn standIn(ResultSet row, int number) throws SQLException {
        return new StandIn(row.getLong("part_id"), row.getString("of_name"), new Sha256(row.getString("replaced")),
                StandIn.Kind.valueOf(row.getString("kind")), row.getString("name"), new Sha256(row.getString("sha256")),
                new Actor(row.getString("actor")), row.getObject("attached_at", OffsetDateTime.class).toInstant());
    }
}
