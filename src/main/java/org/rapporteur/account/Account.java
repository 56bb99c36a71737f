package org.rapporteur.account;

import java.util.regex.Pattern;

/**
 * Somebody who may log in.
 *
 * @param name 2 to 100 lower-case letters, digits and {@code . _ @ -}, a letter or digit first; never that of the machine
 * @param passwordHash as the password encoder wrote it; never shown
 * @param role what the person may do
 * @param oneTime whether the password was made by the machine and must be replaced before anything else
 * @param enabled whether the person may log in
 */
public record Account(String name, String passwordHash, Role role, boolean oneTime, boolean enabled) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,99}");

    public Account {
        if (!isName(name)) {
            throw new IllegalArgumentException("an account name is 2 to 100 lower-case letters, digits and . _ @ -, and not '"
                    + Actor.MACHINE + "'; this one has " + name.length() + " characters");
        }
    }

    /** Whether an account may have this name; text of any length and kind may be asked. */
    static boolean isName(String name) {
        return name.length() <= 100 && NAME.matcher(name).matches() && !name.equals(Actor.MACHINE.name());
    }

    /** In whose name this person's acts are recorded. */
    public Actor actor() {
        return new Actor(name);
    }

    /** Without the hash, so that it gets into no log. */
    @Override
    public String toString() {
        return "account " + name + ", " + role;
    }
}
