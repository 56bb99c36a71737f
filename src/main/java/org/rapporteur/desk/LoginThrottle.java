package org.rapporteur.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts the passwords tried for a name, from wherever: after five, a minute goes by before a sixth is looked at. A name is
 * counted whether or not there is such an account, so that nobody learns which there are. Kept in memory; a restart forgets.
 */
@Component
class LoginThrottle {

    static final int TRIES = 5;
    static final Duration WAIT = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 100;

    private final Clock clock;
    private final Map<String, Tries> byName = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private record Tries(int count, Instant last) {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a try before its password is looked at, so that many at once get no further than many in a row.
     *
     * @return the number of this try, from 1; above {@link #TRIES} it must not be looked at
     */
    synchronized int count(String name) {
        String key = key(name);
        Instant now = clock.instant();
        Tries before = byName.get(key);
        if (before == null || !before.last().plus(WAIT).isAfter(now)) {
            before = new Tries(0, now);
        }
        // waiting is not made longer by those who don't wait
        Tries after = new Tries(before.count() + 1, before.count() < TRIES ? now : before.last());
        byName.put(key, after);
        return after.count();
    }

    /** The right password came: what was tried before is forgotten. */
    synchronized void forget(String name) {
        byName.remove(key(name));
    }

    private static String key(String name) {
        String start = name.strip();
        return start.substring(0, Math.min(LONGEST_NAME, start.length())).toLowerCase(Locale.ROOT);
    }
}
