package org.rapporteur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit trail promises on every database. */
abstract class AuditTrailContract {

    private static final Instant NOW = Instant.parse("2004-05-03T09:30:00Z");
    private static final Actor ANNA = new Actor("anna");

    private AuditTrail trail;

    abstract DataSource database();

    @BeforeEach
    void open() {
        trail = new AuditTrail(JdbcClient.create(database()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aLineSaysWhoDidWhatAndWhen() {
        trail.add(ANNA, "password-changed", "anna", "by choice", null);

        assertThat(trail.latest(1)).containsExactly(new AuditEntry(NOW, ANNA, "password-changed", "anna", "by choice", null));
    }

    @Test
    void theLatestLineComesFirst() {
        trail.add(ANNA, "login", "anna", "", null);
        trail.add(ANNA, "logout", "anna", "", null);

        assertThat(trail.latest(10)).extracting(AuditEntry::act).containsExactly("logout", "login");
    }

    @Test
    void noMoreLinesComeThanWereAskedFor() {
        trail.add(ANNA, "login", "anna", "", null);
        trail.add(ANNA, "logout", "anna", "", null);

        assertThat(trail.latest(1)).hasSize(1);
    }

    @Test
    void aSubjectOfAnyLengthIsCutToFit() {
        trail.add(Actor.MACHINE, "login-failed", "x".repeat(1_000_000), "", null);

        assertThat(trail.latest(1).getFirst().subject()).hasSize(200);
    }

    @Test
    void whatNoDatabaseTakesBecomesABlank() {
        trail.add(Actor.MACHINE, "login-failed", "a\u0000b\uD800c", "", null);

        assertThat(trail.latest(1).getFirst().subject()).isEqualTo("a b c");
    }

    @Test
    void anActIsAKeyAndNotASentence() {
        assertThatThrownBy(() -> trail.add(ANNA, "Changed the password!", "", "", null)).hasMessageContaining("password-changed");
    }
}
