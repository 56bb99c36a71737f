package org.rapporteur.report;

import java.util.Locale;

/** For whom what leaves the house is made. */
public enum Edition {
    /** for the secretariat: all there is */
    INTERNAL,
    /** for everybody: without what is restricted, not to be named or not for quotation */
    PUBLIC;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
