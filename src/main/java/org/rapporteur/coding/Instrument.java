package org.rapporteur.coding;

import java.util.Locale;

/** What kind of means moves an administration. */
public enum Instrument {
    CARROT,
    STICK;

    /** As it stands in the codebook: {@code carrot}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
