package org.rapporteur.account;

/**
 * Who did something: a person, or the machine.
 *
 * @param name the name of an account, or {@code rapporteur} for the machine; 1 to 200 characters, not blank
 */
public record Actor(String name) {

    /** What the product does of itself. */
    public static final Actor MACHINE = new Actor("rapporteur");

    public Actor {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("an actor has a name of 1 to 200 characters, not " + name.length() + ": '"
                    + name.substring(0, Math.min(20, name.length())) + "'");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
