package org.rapporteur.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How points in time are shown: the same for everybody, whatever the clock of the machine says. */
final class Moments {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Moments() {}

    static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    static String shown(LocalDate day) {
        return DAY.format(day);
    }
}
