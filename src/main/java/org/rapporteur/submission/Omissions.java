package org.rapporteur.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Parts that people left out of deliveries, so that the rest goes on without them. */
@Repository
public class Omissions {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Omissions(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A part that is left out.
     *
     * @param part its key
     * @param original its bytes
     * @param by who left it out
     * @param at when
     */
    public record Omission(long part, Sha256 original, Actor by, Instant at) {}

    /** Leaves a part out; false where it is already. */
    public boolean leaveOut(long call, Part part, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int added = jdbc.sql("""
                    INSERT INTO omission (call_id, part_id, actor, left_out_at)
                    SELECT :call, p.id, :actor, :at FROM part p
                    WHERE p.id = :part AND NOT EXISTS (SELECT 1 FROM omission o WHERE o.part_id = p.id AND o.undone_at IS NULL)
                    """).param("call", call).param("actor", actor.name()).param("at", now()).param("part", part.id()).update();
            if (added == 1) {
                audit.add(actor, "part-left-out", "delivery " + part.delivery(), part.name(), call);
            }
            return added == 1;
        }));
    }

    /** Takes a part in again; false where it was not left out. */
    public boolean takeIn(long call, Part part, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int undone = jdbc.sql("UPDATE omission SET undone_at = :at WHERE part_id = :part AND undone_at IS NULL")
                    .param("at", now()).param("part", part.id()).update();
            if (undone > 0) {
                audit.add(actor, "part-taken-in-again", "delivery " + part.delivery(), part.name(), call);
            }
            return undone > 0;
        }));
    }

    /** What is left out of a delivery, in order of part. */
    public List<Omission> of(long delivery) {
        return jdbc.sql("""
                SELECT p.id, p.sha256, o.actor, o.left_out_at FROM omission o JOIN part p ON p.id = o.part_id
                WHERE p.delivery_id = :delivery AND o.undone_at IS NULL ORDER BY p.id
                """).param("delivery", delivery)
                .query((row, n) -> new Omission(row.getLong(1), new Sha256(row.getString(2)), new Actor(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant())).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
