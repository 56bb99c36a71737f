package org.rapporteur.coding;

import java.util.Locale;

/** What a passage reports of it. */
public enum Outcome {
    SUCCESS,
    FAILURE,
    BOTH,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Two reports taken together. */
    public Outcome and(Outcome other) {
        return this == other || other == NONE ? this : this == NONE ? other : BOTH;
    }
}
