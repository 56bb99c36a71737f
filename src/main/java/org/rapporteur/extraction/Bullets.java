package org.rapporteur.extraction;

import java.util.regex.Pattern;

/** Signs that begin an item of a list. */
final class Bullets {

    private static final Pattern BULLET = Pattern.compile("^(?:[•·▪◦●○■–—*-]|\\(?[a-z]\\)|o\\s)\\s+\\S.*");

    private Bullets() {}

    static boolean starts(String line) {
        return BULLET.matcher(line).matches();
    }
}
