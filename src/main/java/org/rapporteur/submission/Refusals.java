package org.rapporteur.submission;

import java.time.Clock;
import java.time.ZoneOffset;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries that people refused. The word is of the house alone: no letter says it, and nobody is written to. Whoever has to act on it is told. */
@Repository
public class Refusals {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Deliveries deliveries, AuditTrail audit, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.events = events;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refuses what is held; why it was held is kept beside.
     *
     * @param reason at most 2,000 characters
     * @return false where it is not held
     */
    public boolean refuse(long call, long delivery, String reason, Actor actor) {
        return audited(call, delivery, "delivery-refused", reason, actor, jdbc.sql("""
                UPDATE delivery SET outcome = 'REFUSED', held_rule = rule, held_reason = reason, rule = 'by-a-person', reason = :reason,
                       decided_at = :at
                WHERE id = :id AND outcome = 'HELD'
                """).param("reason", reason));
    }

    /**
     * Takes a refusal back: the delivery is held again, for the reason it was held for before.
     *
     * @return false where no person has refused it
     */
    public boolean takeBack(long call, long delivery, Actor actor) {
        return audited(call, delivery, "refusal-taken-back", "", actor, jdbc.sql("""
                UPDATE delivery SET outcome = 'HELD', rule = held_rule, reason = held_reason, held_rule = NULL, held_reason = NULL,
                       decided_at = :at
                WHERE id = :id AND outcome = 'REFUSED' AND held_rule IS NOT NULL
                """));
    }

    private boolean audited(long call, long delivery, String act, String detail, Actor actor, JdbcClient.StatementSpec update) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Delivery before = deliveries.get(delivery);
            boolean done = update.param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", delivery).update() == 1;
            if (done) {
                audit.add(actor, act, "delivery " + delivery, detail, call);
                events.publishEvent(new DeliveryDecided(before, deliveries.get(delivery).decision()));
            }
            return done;
        }));
    }
}
