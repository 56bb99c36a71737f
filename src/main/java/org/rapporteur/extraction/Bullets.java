package org.rapporteur.extraction;

import java.util.regex.Pattern;

/** Signs that begin an item of a list. */
final class Bullets {

    /** the last range is what fonts of symbols leave of theirs */
    private static final String SIGNS = "[•·▪◦●○■□–—−*➢➤►▶✓✔❖➔\ue000-\uf8ff-]";
    private static final Pattern BULLET = Pattern.compile("^(?:" + SIGNS + "|\\(?[a-z]\\)|\\(?(?:i{1,3}|i?vi{0,3}|i?x)[.)](?!\\s*e\\.)|o\\s)\\s*\\S.*");
    private static final Pattern SPACED = Pattern.compile("^(?:" + SIGNS + "|\\(?[a-z]\\)|\\(?(?:i{1,3}|i?vi{0,3}|i?x)[.)](?!\\s*e\\.)|o\\s)\\s+\\S.*");
    private static final Pattern ALONE = Pattern.compile("^(?:" + SIGNS + "|o|\\(?[a-z]\\)|[(\\[]?\\d{1,3}[.)\\]])$");
    private static final Pattern UNREADABLE = Pattern.compile("^[\ue000-\uf8ff]\\s*");

    private Bullets() {}

    static boolean starts(String line) {
        return SPACED.matcher(line).matches() || UNREADABLE.matcher(line).find() && BULLET.matcher(line).matches();
    }

    /** Whether it is a bullet or number without its item. */
    static boolean isOne(String text) {
        return ALONE.matcher(text).matches();
    }

    /** The same line with a bullet that everybody can read. */
    static String readable(String line) {
        return UNREADABLE.matcher(line).replaceFirst("• ");
    }
}
