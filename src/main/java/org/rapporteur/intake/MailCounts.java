package org.rapporteur.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What the mail server held when its messages were last counted. */
@Repository
class MailCounts {

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailCounts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** So many messages that arrived on a day (UTC) lie in a folder. */
    record Count(String folder, LocalDate day, int messages) {}

    /** Takes the place of what was counted before. */
    void replace(String account, List<Count> counts) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM mail_count WHERE account = :account").param("account", account).update();
            for (Count count : counts) {
                jdbc.sql("""
                        INSERT INTO mail_count (account, folder, arrival_day, messages, counted_at)
                        VALUES (:account, :folder, :day, :messages, :at)
                        """).param("account", account).param("folder", count.folder()).param("day", count.day())
                        .param("messages", count.messages()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            }
        });
    }

    /** By day and folder. */
    List<Count> of(String account) {
        return jdbc.sql("SELECT folder, arrival_day, messages FROM mail_count WHERE account = :account ORDER BY arrival_day, folder").param("account", account)
                .query((row, n) -> new Count(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3))).list();
    }

    boolean areOld(Instant counted) {
        return counted.isBefore(clock.instant().minus(OFTEN_ENOUGH));
    }

    /** When they were counted; empty where there was nothing to count yet. */
    Optional<Instant> countedAt(String account) {
        return jdbc.sql("SELECT MAX(counted_at) FROM mail_count WHERE account = :account").param("account", account)
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }
}
