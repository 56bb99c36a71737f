package org.rapporteur.report;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The fonts of Chinese, Japanese and Korean: those that Word brings; other programs put their own in the place of these names. */
final class EastAsia {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO);

    private EastAsia() {}

    /**
     * The font of a text.
     *
     * @param language ISO 639-1, or anything else for a language that is not known
     * @return empty where the text has no letter of these scripts
     */
    static Optional<String> font(String language, String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).filter(SCRIPTS::contains).findFirst().map(first -> switch (language) {
            case "ja" -> "MS Mincho";
            case "ko" -> "Batang";
            case "zh" -> "SimSun";
            default -> first == UnicodeScript.HANGUL ? "Batang" : first == UnicodeScript.HAN ? "SimSun" : "MS Mincho";
        });
    }
}
