package org.rapporteur.country;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short names of countries and bodies in the languages of a call. Where the house has a name of its own (Korea, European
 * Commission) it stands in {@code country/names*.properties}; the others come from the JDK's CLDR.
 */
public final class Countries {

    private static final Map<String, String> ALPHA2 = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> Locale.of("", code).getISO3Country(), Function.identity()));

    private Countries() {}

    /** Whether these letters are an ISO 3166-1 alpha-3 code or a body with a name of the house; case counts. */
    public static boolean isKnown(String letters) {
        return ALPHA2.containsKey(letters) || letters.matches("[A-Z]+") && names(Locale.ENGLISH).containsKey(letters);
    }

    /** The short name, or the code itself where nobody knows a name. */
    public static String name(CountryCode country, Locale language) {
        return ours(country.value(), language).orElseGet(() -> {
            String alpha2 = ALPHA2.get(country.value());
            return alpha2 == null ? country.value() : Locale.of("", alpha2).getDisplayCountry(language);
        });
    }

    /** The name as it stands within a sentence: "the Netherlands". */
    public static String inSentence(CountryCode country, Locale language) {
        return ours(country.value() + ".sentence", language).orElseGet(() -> name(country, language));
    }

    /** The order in which reports list countries: by name, as that language sorts. */
    public static Comparator<CountryCode> order(Locale language) {
        return Comparator.comparing((CountryCode country) -> name(country, language), Collator.getInstance(language))
                .thenComparing(Comparator.naturalOrder());
    }

    private static Optional<String> ours(String key, Locale language) {
        ResourceBundle names = names(language);
        return names.containsKey(key) ? Optional.of(names.getString(key)) : Optional.empty();
    }

    private static ResourceBundle names(Locale language) {
        return ResourceBundle.getBundle("country.names", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
