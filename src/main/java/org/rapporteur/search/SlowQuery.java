package org.rapporteur.search;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.rapporteur.submission.PlainFailure;

/** A query that took too long, and was cut off. */
public final class SlowQuery extends PlainFailure {

    SlowQuery(Duration longest) {
        super("The search was cut off after %d seconds, and what it had found by then is not shown. Take fewer words, or choose a country or a theme.".formatted(longest.toSeconds()), new TimeoutException());
    }
}
