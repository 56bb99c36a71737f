package org.rapporteur.coding;

import java.util.Locale;
import java.util.Map;

/**
 * A text in several languages.
 *
 * @param byLanguage ISO 639-1 to text; has English
 */
public record Names(Map<String, String> byLanguage) {

    public Names {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("a name needs English ('en'), not only " + byLanguage.keySet());
        }
    }

    /** In that language, else in English. */
    public String in(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), byLanguage.get("en"));
    }
}
