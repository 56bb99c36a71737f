package org.rapporteur.synthesis;

import java.util.Optional;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;

/** Why nothing may be drawn from a passage or a paper for a draft that goes to everybody; the strictest first. */
public enum Exclusion {
    RESTRICTED,
    UNNAMED,
    NOT_FOR_QUOTATION;

    /** Empty where the passage may be used. */
    static Optional<Exclusion> of(CitedPassage cited) {
        return cited.access() == Access.RESTRICTED ? Optional.of(RESTRICTED) : switch (cited.attribution()) {
            case NAMED -> Optional.empty();
            case UNNAMED -> Optional.of(UNNAMED);
            case NOT_FOR_QUOTATION -> Optional.of(NOT_FOR_QUOTATION);
        };
    }

    Exclusion stricter(Exclusion other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
