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
    /** the session of the meeting that discusses a theme of the passage: {@code 2a} */
    SESSION,
    /** who decided a code of the passage; {@code machine} where a code was proposed and nobody has decided it */
    CODER,
    /** {@code first} or {@code revised}, and {@code late} or {@code in-time} */
    PAPER_STATE,
    /** yes or no: whether the passage names a figure */
    FIGURE,
    /**
     * a theme or question, a country, and what is said: {@code incentives|KOR|in-place|success}, and {@code incentives|KOR} once; of the codings on
     * which something may be built, and not of language versions, which say again what their paper says
     */
    MARK,
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
