package org.rapporteur.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.springframework.stereotype.Component;

/**
 * Lets papers gather before a stage that costs hardly more for many than for one: while others are on their way to it, a batch is
 * claimed once a second at most; a paper that comes alone does not wait.
 */
@Component
class Gathering {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final WorkItems work;
    private final Owner owner;
    private final Clock clock;
    private final Map<Stage, Instant> claimed = new ConcurrentHashMap<>();

    Gathering(WorkItems work, Owner owner, Clock clock) {
        this.work = work;
        this.owner = owner;
        this.clock = clock;
    }

    /** Claims the oldest items that wait at a stage, as many as there are, up to {@code most}; empty while a batch is gathering. */
    Optional<List<WorkItem>> claim(Stage stage, int most) {
        if (isOn(stage, most)) {
            return Optional.empty();
        }
        List<WorkItem> items = owner.claim(stage, most);
        if (!items.isEmpty()) {
            claimed.put(stage, clock.instant());
        }
        return Optional.of(items);
    }

    /** The clock is asked first: most of the time it spares counting the work table. */
    private boolean isOn(Stage stage, int most) {
        if (!clock.instant().isBefore(claimed.getOrDefault(stage, Instant.EPOCH).plus(LONGEST))) {
            return false;
        }
        Map<Stage, Integer> standing = work.standing();
        int here = standing.getOrDefault(stage, 0);
        return here > 0 && here < most && isAnyBefore(stage, standing);
    }

    private static boolean isAnyBefore(Stage stage, Map<Stage, Integer> standing) {
        return standing.keySet().stream().anyMatch(other -> other.compareTo(stage) < 0);
    }
}
