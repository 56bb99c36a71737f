package org.rapporteur.intake;

import java.util.Arrays;
import java.util.Optional;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/** Paths below a folder, with {@code /} between their steps. */
public final class Places {

    private Places() {}

    /** The first folder that is named after a country; never the file's own name. */
    public static Optional<CountryCode> country(String place) {
        String[] steps = place.replace('\\', '/').split("/");
        return Arrays.stream(steps, 0, steps.length - 1).filter(Countries::isKnown).findFirst().map(CountryCode::new);
    }
}
