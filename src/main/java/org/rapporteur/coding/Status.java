package org.rapporteur.coding;

import java.util.Locale;

/** Whether what a passage describes is there. */
public enum Status {
    PROPOSED,
    TRIAL,
    IN_PLACE,
    ENDED,
    REJECTED;

    /** As it stands in the codebook: {@code in-place}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
