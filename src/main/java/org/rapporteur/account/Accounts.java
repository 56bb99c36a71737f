package org.rapporteur.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The people who may log in. Passwords come in as they are typed and are kept as hashes only. */
@Repository
public class Accounts {

    /** The name of the account that a first start opens. */
    public static final String FIRST = "secretariat";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final OneTimePassword oneTimePassword;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordEncoder encoder, OneTimePassword oneTimePassword, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.oneTimePassword = oneTimePassword;
        this.clock = clock;
    }

    /** The account of this name; case and surrounding blanks don't count, and text of any length and kind may be asked. */
    public Optional<Account> find(String name) {
        String sought = name.length() > 200 ? "" : name.strip().toLowerCase(Locale.ROOT);
        return !Account.isName(sought) ? Optional.empty() : jdbc.sql("""
                SELECT name, password_hash, role, one_time, enabled FROM account WHERE name = :name
                """).param("name", sought).query(Accounts::account).optional();
    }

    /** Whether this is the password of the account; text of any length may be tried. */
    public boolean matches(Account account, String typed) {
        return encoder.matches(typed, account.passwordHash());
    }

    /**
     * Opens an account.
     *
     * @throws IllegalArgumentException where the name is taken; whoever adds accounts looks first
     */
    public Account add(String name, Password password, Role role) {
        Account account = new Account(name, hash(password.text()), role, false, true);
        if (insert(account) == 0) {
            throw new IllegalArgumentException("there is an account " + name + " already");
        }
        return account;
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc.sql("SELECT name, password_hash, role, one_time, enabled FROM account ORDER BY name").query(Accounts::account).list();
    }

    /**
     * Opens an account with a one-time password, which the person replaces at the first login.
     *
     * @return the password, for the caller to hand over; empty where the name is taken
     */
    public Optional<String> open(String name, Role role) {
        String password = oneTimePassword.next();
        return insert(new Account(name, hash(password), role, true, true)) == 1 ? Optional.of(password) : Optional.empty();
    }

    /**
     * Replaces a forgotten password by a one-time one; the old one is void from then on.
     *
     * @return the password; empty where there is no such account
     */
    public Optional<String> reset(String name) {
        String password = oneTimePassword.next();
        return jdbc.sql("UPDATE account SET password_hash = :hash, one_time = TRUE WHERE name = :name")
                .param("hash", hash(password)).param("name", name).update() == 1 ? Optional.of(password) : Optional.empty();
    }

    /** Whether an account may have this name; text of any length and kind may be asked. */
    public static boolean isName(String name) {
        return Account.isName(name);
    }

    /** Replaces the password by one that the person chose; it is no longer a one-time password. */
    public void changePassword(String name, Password chosen) {
        jdbc.sql("UPDATE account SET password_hash = :hash, one_time = FALSE WHERE name = :name")
                .param("hash", hash(chosen.text())).param("name", name).update();
    }

    /** Lets somebody in, or no longer. */
    public void enable(String name, boolean enabled) {
        jdbc.sql("UPDATE account SET enabled = :enabled WHERE name = :name").param("enabled", enabled).param("name", name).update();
    }

    /**
     * As long as nobody has ever chosen a password, gives the account {@link #FIRST} a fresh one-time password; the one before
     * is void from then on. It is in nobody's keeping but the caller's, who shows it once and writes it to no log.
     *
     * @return the password; empty once a password has been chosen
     */
    public Optional<String> firstPassword() {
        if (jdbc.sql("SELECT COUNT(*) FROM account WHERE NOT one_time").query(Integer.class).single() > 0) {
            return Optional.empty();
        }
        String password = oneTimePassword.next();
        Account first = new Account(FIRST, hash(password), Role.ADMINISTRATOR, true, true);
        insert(first);
        // the row count answers, for somebody may choose a password at this moment
        int given = jdbc.sql("UPDATE account SET password_hash = :hash, enabled = TRUE WHERE name = :name AND one_time")
                .param("hash", first.passwordHash()).param("name", FIRST).update();
        return given == 1 ? Optional.of(password) : Optional.empty();
    }

    /** Where digests for somebody go; empty where the person wants no mail. */
    public Optional<String> mail(String name) {
        return jdbc.sql("SELECT mail FROM account WHERE name = :name AND mail IS NOT NULL").param("name", name).query(String.class).optional();
    }

    /** @param mail an address; null for none */
    public void writeTo(String name, @Nullable String mail) {
        jdbc.sql("UPDATE account SET mail = :mail WHERE name = :name").param("mail", mail, Types.VARCHAR).param("name", name).update();
    }

    private int insert(Account account) {
        return jdbc.sql("""
                INSERT INTO account (name, password_hash, role, one_time, enabled, created_at)
                VALUES (:name, :hash, :role, :oneTime, :enabled, :at) ON CONFLICT DO NOTHING
                """)
                .param("name", account.name()).param("hash", account.passwordHash()).param("role", account.role().name())
                .param("oneTime", account.oneTime()).param("enabled", account.enabled())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private String hash(String password) {
        return encoder.encode(password);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getString("name"), row.getString("password_hash"), Role.valueOf(row.getString("role")),
                row.getBoolean("one_time"), row.getBoolean("enabled"));
    }
}
