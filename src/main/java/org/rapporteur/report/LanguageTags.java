package org.rapporteur.report;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Language tags as office programs want them: with a region, so that spelling finds its dictionary. */
final class LanguageTags {

    private LanguageTags() {}

    /** {@code fr} becomes {@code fr-FR}; English without a region is British, as secretariats write it. */
    static Locale regional(Locale language) {
        if (!language.getCountry().isEmpty() || language.getLanguage().isEmpty()) {
            return language;
        }
        if (language.getLanguage().equals("en")) {
            return Locale.UK;
        }
        return Locale.of(language.getLanguage(), ULocale.addLikelySubtags(ULocale.forLocale(language)).getCountry());
    }

    /**
     * The tag to write.
     *
     * @param language ISO 639-1, or anything else for a language that is not known
     * @return {@code x-none}, which office programs leave unproofed, where the language is not known
     */
    static String of(String language) {
        if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]+)*") || language.equals("und")) {
            return "x-none";
        }
        return regional(Locale.forLanguageTag(language)).toLanguageTag();
    }
}
