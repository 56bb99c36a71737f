package org.rapporteur.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refresh tokens that endpoints issued: a new one may make the one before it worthless, so it outlives the process. */
@Repository
class RefreshTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    RefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> of(String account) {
        return jdbc.sql("SELECT refresh_token FROM mail_token WHERE account = :account").param("account", account).query(String.class).optional();
    }

    void keep(String account, String token) {
        String how = of(account).isPresent() ? "UPDATE mail_token SET refresh_token = :token, issued_at = :at WHERE account = :account"
                : "INSERT INTO mail_token (account, refresh_token, issued_at) VALUES (:account, :token, :at)";
        jdbc.sql(how).param("account", account).param("token", token).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
