package org.rapporteur.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what is handed in at each link: an address that has got about must not fill the disk. Kept in memory; a restart forgets. */
@Component
class UploadThrottle {

    static final int MOST = 20;
    private static final Duration WHILE = Duration.ofHours(1);

    private final Clock clock;
    private final Map<Long, Deque<Instant>> byLink = new HashMap<>();

    UploadThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts an upload; false where the link has had {@value #MOST} within the hour, and this one has to wait. */
    synchronized boolean takes(long link) {
        Deque<Instant> uploads = byLink.computeIfAbsent(link, key -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!uploads.isEmpty() && uploads.peek().plus(WHILE).isBefore(now)) {
            uploads.remove();
        }
        return uploads.size() < MOST && uploads.add(now);
    }
}
