package org.rapporteur.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A password that somebody chose.
 *
 * @param text {@value #LEAST} characters at least and 72 bytes of UTF-8 at most, beyond which bcrypt looks at nothing
 */
public record Password(String text) {

    /** fewest characters */
    public static final int LEAST = 12;
    private static final int MOST_BYTES = 72;

    public Password {
        List<String> faults = faults(text);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", faults));
        }
    }

    /** What is wrong with a password that somebody would choose, all at once, a sentence each; empty where nothing is. */
    public static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        if (text.codePointCount(0, text.length()) < LEAST) {
            faults.add("The password is too short: take at least " + LEAST + " characters; a few words in a row are good.");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add("The password is too long: take at most " + MOST_BYTES + " characters, fewer with accents.");
        }
        return faults;
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "a password";
    }
}
