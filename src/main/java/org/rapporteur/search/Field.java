package org.rapporteur.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What passages can be filtered and counted by. */
public enum Field {
    THEME,
    QUESTION,
    CODE,
    COUNTRY,
    OUTCOME,
    STATUS,
    FRAMEWORK,
    LANGUAGE,
    ACCESS,
    /** yes or no; where a query does not mention it, only what is in force is found */
    IN_FORCE,
    CALL,
    SUBMISSION;

    /** As people type it: {@code theme}, {@code in-force}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field with this word; {@code lang} is short for language. */
    static Optional<Field> of(String word) {
        String sought = word.equalsIgnoreCase("lang") ? "language" : word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(field -> field.word().equals(sought)).findFirst();
    }

    /** Values are compared in lower case. */
    static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
