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
    CALL,
    SUBMISSION;

    /** As people type it: {@code theme}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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
