package org.rapporteur.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;

/** Files in a folder that are no papers: they stand in the ledger, and nobody has to look at them. */
final class IgnoredFiles {

    private static final Pattern STEP = Pattern.compile("(^|/)\\.[^/]+|(^|/)(README|MANIFEST)[^/]*$");

    private IgnoredFiles() {}

    /** @param place path below the folder, with {@code /} */
    static Optional<Delivery.Decided> rule(String place) {
        return STEP.matcher(place).find()
                ? Optional.of(new Delivery.Decided(DeliveryOutcome.IGNORED, "not-a-paper",
                        "README*, MANIFEST* and files that start with a dot are not papers; rename it if it is one.", null))
                : Optional.empty();
    }
}
