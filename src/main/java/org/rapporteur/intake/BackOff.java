package org.rapporteur.intake;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before a server is asked again: twice as long each time, up to five minutes. For one thread. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Instant until = Instant.EPOCH;
    private int failures;

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    void reset() {
        failures = 0;
        until = Instant.EPOCH;
    }

    void failed(Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures++, 9));
        until = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
