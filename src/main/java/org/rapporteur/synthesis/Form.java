package org.rapporteur.synthesis;

import java.util.Locale;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Status;

/** The forms of sentences that the machine writes: counts of countries by what became of the practice, and quotations. */
enum Form {
    COUNT,
    ENDED,
    PROPOSAL,
    REJECTED,
    QUOTATION;

    /** The form that counts practices of this status. */
    static Form counting(Status status) {
        return switch (status) {
            case IN_PLACE, TRIAL -> COUNT;
            case ENDED -> ENDED;
            case PROPOSED -> PROPOSAL;
            case REJECTED -> REJECTED;
        };
    }

    /** What is only observed is there, whatever words of plans and endings stand around it. */
    static Form of(Code code, Status status) {
        return code.finding().isPresent() && !code.finding().get().practice() ? COUNT : counting(status);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
