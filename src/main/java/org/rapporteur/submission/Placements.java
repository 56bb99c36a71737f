package org.rapporteur.submission;

import java.time.Clock;
import java.time.ZoneOffset;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** As what people said that deliveries are to be taken. */
@Repository
public class Placements {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Placements(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps what a person said; an earlier word on the same delivery no longer counts. */
    public void place(long call, long delivery, Placement placement, Actor actor) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO placement (call_id, delivery_id, kind, submission_id, actor, placed_at)
                    VALUES (:call, :delivery, :kind, :submission, :actor, :at)
                    """).param("call", call).param("delivery", delivery).param("kind", placement.kind().name())
                    .param("submission", placement.submission(), Types.BIGINT).param("actor", actor.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            audit.add(actor, "delivery-placed", "delivery " + delivery, placement.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + placement.revises().map(submission -> " of submission " + submission).orElse(""), call);
        });
    }

    /** What counts for a delivery; empty where nobody said anything. */
    public Optional<Placement> of(long delivery) {
        return jdbc.sql("SELECT kind, submission_id FROM placement WHERE delivery_id = :delivery ORDER BY id DESC LIMIT 1")
                .param("delivery", delivery)
                .query((row, n) -> new Placement(PlacementKind.valueOf(row.getString(1)), row.getObject(2, Long.class))).optional();
    }
}
