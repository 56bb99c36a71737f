package org.rapporteur.extraction;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that every database and every JSON reader takes: without U+0000, which PostgreSQL refuses, and without half characters. */
final class StorableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    /** The same text with both left out; null stays null. Give it whole characters: of a pair told in two calls nothing would stay. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }

    static String of(String text) {
        return is(text) ? text : UNSTORABLE.matcher(text).replaceAll("");
    }

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return !UNSTORABLE.matcher(text).find();
            }
        }
        return true;
    }
}
