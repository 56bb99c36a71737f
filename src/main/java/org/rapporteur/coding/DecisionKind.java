package org.rapporteur.coding;

import java.util.Locale;

/** What a person decides on a code of a passage. */
public enum DecisionKind {
    /** the machine proposed it, and it is right */
    ACCEPT,
    /** it is wrong, whether or not the machine proposes it */
    REJECT,
    /** the machine did not propose it */
    ADD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
