package org.rapporteur.submission;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the stores of submissions for the tests of other packages. */
public final class SubmissionStores {

    private SubmissionStores() {}

    public static Submissions submissions(JdbcClient jdbc) {
        return new Submissions(jdbc, Clock.systemUTC());
    }
}
