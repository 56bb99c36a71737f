package org.rapporteur.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.rapporteur.submission.Deliveries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells senders that their mail arrived, where reading it takes a while. */
@Component
@ConditionalOnExpression("${rapporteur.doors}")
class Acknowledgements {

    /** a receipt that comes within it is answer enough */
    private static final Duration WHILE = Duration.ofMinutes(5);

    private final Deliveries deliveries;
    private final Receipts receipts;
    private final Clock clock;
    /** each is asked for once in the life of a process, so that one that may not be written is not refused again and again */
    private final Set<Long> asked = new HashSet<>();

    Acknowledgements(Deliveries deliveries, Receipts receipts, Clock clock) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void write() {
        deliveries.slow(clock.instant().minus(WHILE)).stream().filter(delivery -> asked.add(delivery.id())).forEach(receipts::acknowledge);
    }
}
