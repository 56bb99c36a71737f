package org.rapporteur.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the last look into a mailbox went, for every process to see. */
@Repository
class MailLooks {

    private final JdbcClient jdbc;

    MailLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A look.
     *
     * @param at when
     * @param goodAt the last that went well, this one included; null where none ever did
     * @param fault null where nothing was wrong
     * @param sentence what was wrong and what to do; empty where nothing was
     * @param since when this mailbox was looked into first
     */
    record Look(Instant at, @Nullable Instant goodAt, @Nullable MailFault fault, String sentence, Instant since) {}

    Optional<Look> last(String account) {
        return jdbc.sql("SELECT looked_at, good_at, fault, sentence, since FROM mail_pulse WHERE account = :account").param("account", account)
                .query(MailLooks::look).optional();
    }

    void keep(String account, Look look) {
        String how = last(account).isPresent()
                ? "UPDATE mail_pulse SET looked_at = :at, good_at = :good, fault = :fault, sentence = :sentence WHERE account = :account AND since <= :since"
                : "INSERT INTO mail_pulse (account, looked_at, good_at, fault, sentence, since) VALUES (:account, :at, :good, :fault, :sentence, :since)";
        jdbc.sql(how).param("account", account).param("at", look.at().atOffset(ZoneOffset.UTC))
                .param("good", look.goodAt() == null ? null : look.goodAt().atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("fault", look.fault() == null ? null : look.fault().name(), java.sql.Types.VARCHAR)
                .param("sentence", look.sentence()).param("since", look.since().atOffset(ZoneOffset.UTC)).update();
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        OffsetDateTime good = row.getObject("good_at", OffsetDateTime.class);
        String fault = row.getString("fault");
        return new Look(row.getObject("looked_at", OffsetDateTime.class).toInstant(), good == null ? null : good.toInstant(),
                fault == null ? null : MailFault.valueOf(fault), row.getString("sentence") == null ? "" : row.getString("sentence"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
