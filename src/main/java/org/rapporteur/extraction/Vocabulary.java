package org.rapporteur.extraction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one document as they stand inside its lines, a compound with its hyphens as one word. What a line end divided is
 * no evidence: neither half counts.
 */
final class Vocabulary {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-\u2010][\\p{L}\\p{M}]+)*");

    private final Set<String> words = new HashSet<>();

    Vocabulary(List<String> lines) {
        boolean divided = false;
        for (String line : lines) {
            String stripped = line.stripTrailing();
            int end = stripped.length() - 1;
            boolean dividedToo = end > 0 && Letters.divide(stripped) && Character.isLetter(stripped.codePointBefore(end));
            Matcher word = WORD.matcher(line);
            for (boolean first = true; word.find(); first = false) {
                if (!(first && divided) && !(dividedToo && word.end() >= end)) {
                    words.add(folded(word.group()));
                }
            }
            divided = dividedToo;
        }
    }

    /** @param word in any case; a compound with its hyphens */
    boolean has(String word) {
        return words.contains(folded(word));
    }

    private static String folded(String word) {
        return word.replace('\u2010', '-').toLowerCase(Locale.ROOT);
    }
}
