package org.rapporteur.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What the store of accounts promises on every database. */
abstract class AccountsContract {

    private static final Password CHOSEN = new Password("seven quiet rivers");

    private Accounts accounts;

    abstract DataSource database();

    @BeforeEach
    void open() {
        // the least cost bcrypt knows: these tests are not about time
        accounts = new Accounts(JdbcClient.create(database()), new BCryptPasswordEncoder(4),
                new OneTimePassword(new SecureRandom()), Clock.systemUTC());
    }

    @Test
    void anAccountIsFoundByItsName() {
        accounts.add("anna", CHOSEN, Role.ANALYST);

        assertThat(accounts.find("anna")).get().extracting(Account::role).isEqualTo(Role.ANALYST);
    }

    @Test
    void caseAndBlanksAroundANameDoNotCount() {
        accounts.add("anna", CHOSEN, Role.ANALYST);

        assertThat(accounts.find(" Anna ")).isPresent();
    }

    @Test
    void nobodyIsFoundUnderANameThatNoAccountMayHave() {
        assertThat(accounts.find("\u0000' OR '1'='1")).isEmpty();
    }

    @Test
    void nobodyIsFoundUnderANameOfAMillionLetters() {
        assertThat(accounts.find("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        accounts.add("anna", CHOSEN, Role.ANALYST);

        assertThatThrownBy(() -> accounts.add("anna", CHOSEN, Role.SECRETARIAT)).hasMessageContaining("anna");
    }

    @Test
    void aPasswordIsKeptAsAHashOnly() {
        Account anna = accounts.add("anna", CHOSEN, Role.ANALYST);

        assertThat(anna.passwordHash()).startsWith("$2").doesNotContain(CHOSEN.text());
    }

    @Test
    void aChangedPasswordReplacesTheOneBefore() {
        accounts.add("anna", CHOSEN, Role.ANALYST);

        accounts.changePassword("anna", new Password("eight loud rivers"));

        Account anna = accounts.find("anna").orElseThrow();
        assertThat(accounts.matches(anna, CHOSEN.text())).isFalse();
        assertThat(accounts.matches(anna, "eight loud rivers")).isTrue();
    }

    @Test
    void anAccountCanBeClosed() {
        accounts.add("anna", CHOSEN, Role.ANALYST);

        accounts.enable("anna", false);

        assertThat(accounts.find("anna")).get().extracting(Account::enabled).isEqualTo(false);
    }

    @Test
    void theFirstStartOpensAnAccountWithAOneTimePassword() {
        String password = accounts.firstPassword().orElseThrow();

        Account first = accounts.find(Accounts.FIRST).orElseThrow();
        assertThat(first.oneTime()).isTrue();
        assertThat(first.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(accounts.matches(first, password)).isTrue();
    }

    @Test
    void everyLaterStartGivesAnotherPasswordAndVoidsTheOneBefore() {
        String earlier = accounts.firstPassword().orElseThrow();

        String later = accounts.firstPassword().orElseThrow();

        Account first = accounts.find(Accounts.FIRST).orElseThrow();
        assertThat(accounts.matches(first, earlier)).isFalse();
        assertThat(accounts.matches(first, later)).isTrue();
    }

    @Test
    void onceAPasswordIsChosenThereIsNoOneTimePasswordAnyMore() {
        accounts.firstPassword();

        accounts.changePassword(Accounts.FIRST, CHOSEN);

        assertThat(accounts.firstPassword()).isEmpty();
        assertThat(accounts.find(Accounts.FIRST)).get().extracting(Account::oneTime).isEqualTo(false);
    }
}
