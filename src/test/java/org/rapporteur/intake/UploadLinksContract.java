package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.MovingClock;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.country.CountryCode;

/** What upload links promise on every database. */
abstract class UploadLinksContract {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final Actor RUTH = new Actor("ruth");

    private final MovingClock clock = new MovingClock();
    private Rows rows;
    private AuditTrail audit;
    private UploadLinks links;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        audit = AuditTrails.on(rows.jdbc(), clock);
        links = new UploadLinks(rows.jdbc(), rows.transaction(), audit, clock);
        call = rows.call();
    }

    @Test
    void aLinkOpensForWhoeverKnowsItsSecretAndForNobodyElse() {
        String secret = links.make(call, KOREA, Duration.ofDays(60), RUTH);

        assertThat(secret).hasSize(32).matches("[A-Za-z0-9_-]+");
        assertThat(links.open(secret).orElseThrow().country()).isEqualTo(KOREA);
        assertThat(links.open(secret.toLowerCase(java.util.Locale.ROOT) + "x")).isEmpty();
    }

    @Test
    void theSecretItselfIsNotKept() {
        String secret = links.make(call, KOREA, Duration.ofDays(60), RUTH);

        assertThat(rows.jdbc().sql("SELECT secret_sha256 FROM upload_link WHERE call_id = :call").param("call", call).query(String.class).single())
                .doesNotContain(secret);
    }

    @Test
    void itExpires() {
        String secret = links.make(call, KOREA, Duration.ofDays(60), RUTH);

        clock.move(Duration.ofDays(60));

        assertThat(links.open(secret)).isEmpty();
    }

    @Test
    void revokedItStaysShutAndTheAuditTellsOnceByWhom() {
        String secret = links.make(call, KOREA, Duration.ofDays(60), RUTH);
        long id = links.open(secret).orElseThrow().id();

        links.revoke(call, id, RUTH);
        links.revoke(call, id, new Actor("paul"));

        assertThat(links.open(secret)).isEmpty();
        assertThat(links.of(call)).singleElement().satisfies(link -> assertThat(link.revokedAt()).isEqualTo(clock.instant()));
        assertThat(audit.latest(2)).extracting(AuditEntry::act).containsExactly("upload-link-revoked", "upload-link-made");
    }

    @Test
    void nobodyShutsTheLinkOfAnotherCall() {
        String secret = links.make(call, KOREA, Duration.ofDays(60), RUTH);

        links.revoke(rows.call(), links.open(secret).orElseThrow().id(), RUTH);

        assertThat(links.open(secret)).isPresent();
    }
}
