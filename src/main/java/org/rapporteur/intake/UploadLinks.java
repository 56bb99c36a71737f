package org.rapporteur.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The secret addresses at which countries may hand in papers. */
@Repository
public class UploadLinks {

    private static final String SELECT = "SELECT id, call_id, country, made_by, made_at, expires_at, revoked_at FROM upload_link ";
    private static final int SECRET_BYTES = 24;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    UploadLinks(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param life how long it opens
     * @return its secret, 192 bits as 32 characters that an address may hold; nobody is told it again
     */
    public String make(long call, CountryCode country, Duration life, Actor actor) {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO upload_link (call_id, country, secret_sha256, made_by, made_at, expires_at)
                    VALUES (:call, :country, :secret, :actor, :now, :expires)
                    """).param("call", call).param("country", country.value()).param("secret", Sha256.of(secret).hex())
                    .param("actor", actor.name()).param("now", at(clock.instant())).param("expires", at(clock.instant().plus(life))).update();
            audit.add(actor, "upload-link-made", country.value(), "for " + life.toDays() + " days", call);
        });
        return secret;
    }

    /** The link with this secret, if it opens now. */
    public Optional<UploadLink> open(String secret) {
        return jdbc.sql(SELECT + "WHERE secret_sha256 = :secret").param("secret", Sha256.of(secret).hex()).query(UploadLinks::link).optional()
                .filter(link -> link.isOpen(clock.instant()));
    }

    /** Every link of a call, the latest first. */
    public List<UploadLink> of(long call) {
        return jdbc.sql(SELECT + "WHERE call_id = :call ORDER BY id DESC").param("call", call).query(UploadLinks::link).list();
    }

    /** Shuts a link for good; one that is shut already stays as it is. */
    public void revoke(long call, long id, Actor actor) {
        transaction.executeWithoutResult(status -> {
            int shut = jdbc.sql("""
                    UPDATE upload_link SET revoked_by = :actor, revoked_at = :now WHERE id = :id AND call_id = :call AND revoked_at IS NULL
                    """).param("actor", actor.name()).param("now", at(clock.instant())).param("id", id).param("call", call).update();
            if (shut == 1) {
                audit.add(actor, "upload-link-revoked", "upload link " + id, "", call);
            }
        });
    }

    private static UploadLink link(ResultSet row, int number) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new UploadLink(row.getLong("id"), row.getLong("call_id"), new CountryCode(row.getString("country")),
                new Actor(row.getString("made_by")), row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
