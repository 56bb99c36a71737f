package org.rapporteur.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens with which programs act in the name of an account. A token is shown once, when it is made; what is kept of it is a hash. */
@Repository
public class Tokens {

    public static final Duration LASTS = Duration.ofDays(365);

    private static final String PREFIX = "rap_";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Tokens(JdbcClient jdbc, Accounts accounts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A token as it is listed.
     *
     * @param usedAt the day on which it was used last; null where it never was
     */
    public record Token(long id, String name, Instant madeAt, Instant expiresAt, @Nullable Instant usedAt) {}

    /**
     * Makes a token.
     *
     * @param name what it is for, 1 to 100 characters
     * @return the token, for the caller to show once
     */
    public String make(String name, Actor owner) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO api_token (account, name, token_sha256, made_at, expires_at) VALUES (:account, :name, :hash, :at, :end)")
                .param("account", owner.name()).param("name", name).param("hash", hash(token)).param("at", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(LASTS).atOffset(ZoneOffset.UTC)).update();
        audit.add(owner, "token-made", name, "", null);
        return token;
    }

    /** Those of an account that may be used, the latest first. */
    public List<Token> of(Actor owner) {
        return jdbc.sql("""
                SELECT id, name, made_at, expires_at, used_at FROM api_token
                WHERE account = :account AND revoked_at IS NULL AND expires_at > :now ORDER BY id DESC
                """).param("account", owner.name()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Tokens::token).list();
    }

    /** @return false where it is none of the account's, or revoked */
    public boolean revoke(long id, Actor owner) {
        int revoked = jdbc.sql("UPDATE api_token SET revoked_at = :at WHERE id = :id AND account = :account AND revoked_at IS NULL")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).param("account", owner.name()).update();
        if (revoked == 1) {
            audit.add(owner, "token-revoked", "token " + id, "", null);
        }
        return revoked == 1;
    }

    /** Whose token this is; empty for text that is none, for revoked and expired ones, and where the account may not log in. */
    public Optional<Account> owner(String token) {
        Instant now = clock.instant();
        Optional<Account> owner = jdbc.sql("SELECT account FROM api_token WHERE token_sha256 = :hash AND revoked_at IS NULL AND expires_at > :now")
                .param("hash", hash(token)).param("now", now.atOffset(ZoneOffset.UTC)).query(String.class).optional()
                .flatMap(accounts::find).filter(account -> account.enabled() && !account.oneTime());
        OffsetDateTime today = now.truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        owner.ifPresent(account -> jdbc.sql("UPDATE api_token SET used_at = :today WHERE token_sha256 = :hash AND (used_at IS NULL OR used_at < :today)")
                .param("today", today).param("hash", hash(token)).update());
        return owner;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return new Token(row.getLong("id"), row.getString("name"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), used == null ? null : used.toInstant());
    }
}
