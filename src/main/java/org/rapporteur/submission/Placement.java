package org.rapporteur.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As what a person said that a delivery is to be taken.
 *
 * @param kind as what
 * @param submission key of the submission that it revises; null for another paper, and only there
 */
public record Placement(PlacementKind kind, @Nullable Long submission) {

    public Placement {
        if ((submission == null) != (kind == PlacementKind.ANOTHER_PAPER)) {
            throw new IllegalArgumentException("%s %s a submission".formatted(kind,
                    submission == null ? "needs" : "opens a submission of its own and does not revise"));
        }
    }

    public Optional<Long> revises() {
        return Optional.ofNullable(submission);
    }
}
