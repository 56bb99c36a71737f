package org.rapporteur.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as a sentence tells it: "3 May 2004, 09:30 UTC". */
final class Moment {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private Moment() {}

    static String of(Instant instant) {
        return WORDS.format(instant.atOffset(ZoneOffset.UTC));
    }
}
