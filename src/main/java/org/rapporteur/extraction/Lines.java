package org.rapporteur.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a printed page made into running text again.
 *
 * <p>A hyphen at the end of a line divides a word ("govern-|ment") or belongs to a compound ("one-|stop"). What is quoted must be
 * what was written, so the document's own {@link Vocabulary} is the evidence; the first that applies decides:
 * <ol>
 * <li>a soft hyphen goes; a capital after a small letter starts a word of its own, so the hyphen stays ("Anglo-|American");
 * <li>the compound stands inside a line elsewhere: it stays;
 * <li>the joined word stands inside a line elsewhere: it goes;
 * <li>"and", "or", "et", "ou" or "und" follows: it stays and so does the space ("short-|and long-term");
 * <li>one letter, or a prefix that is written with a hyphen, stands before, and more than an ending follows: it stays ("e-|government",
 * but "long-|er"); "co-" is such a prefix before a vowel;
 * <li>both halves, of three letters at least, stand on their own elsewhere: it stays ("decision-|making");
 * <li>else it goes.
 * </ol>
 */
final class Lines {

    private static final Pattern HALF = Pattern.compile("(?s)(?:^|.*[^\\p{L}\\p{M}-])([\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*)[-\u2010\u00ad]$");
    private static final Pattern OTHER_HALF = Pattern.compile("(?s)^([\\p{L}\\p{M}]+(?:[-\u2010][\\p{L}\\p{M}]+)*).*");
    private static final Pattern ENDING = Pattern.compile("s|e?d|e[rn]s?|est|ings?|ly|ness|ages?|ations?|ish|it(?:y|ies)|i[sz](?:e|es|ed|ing)|ists?|itudes?|e");
    private static final Set<String> SUSPENDING = Set.of("and", "or", "et", "ou", "und");
    private static final Set<String> PREFIXES = Set.of("one", "self", "non", "well", "long", "short", "public", "private", "high", "low",
            "cross", "multi", "post", "pre", "anti", "ex", "semi", "quasi", "vice", "mid", "full", "half", "two", "three", "four", "co");
    private static final int SHORTEST_WORD = 3;

    private final Vocabulary vocabulary;

    /** @param lines of the whole document, in order */
    Lines(List<String> lines) {
        vocabulary = new Vocabulary(lines);
    }

    /** Adds a line: a word that was divided at the end of the last one is made whole, else a space comes between. */
    void append(StringBuilder text, String line) {
        if (!isJoined(text, line) && !text.isEmpty()) {
            text.append(' ');
        }
        text.append(line);
    }

    private boolean isJoined(StringBuilder text, String line) {
        String end = text.substring(Math.max(0, text.length() - 100));
        if (!Letters.divide(end)) {
            return false;
        }
        Matcher half = HALF.matcher(end);
        Matcher otherHalf = OTHER_HALF.matcher(line);
        boolean halves = half.matches() && otherHalf.matches();
        if (halves) {
            join(text, half.group(1), otherHalf.group(1));
        }
        return halves;
    }

    private void join(StringBuilder text, String half, String otherHalf) {
        boolean soft = text.charAt(text.length() - 1) == '\u00ad';
        boolean capital = Character.isUpperCase(otherHalf.charAt(0)) && Character.isLowerCase(half.charAt(half.length() - 1));
        if (soft || !capital && isDivided(half, otherHalf)) {
            text.setLength(text.length() - 1);
        } else if (isSuspended(half, otherHalf)) {
            text.append(' ');
        }
    }

    /** Of words with hyphens inside the pieces next to the line end are looked at too: "one-|stop-shop" is known by "one-stop". */
    private boolean isDivided(String half, String otherHalf) {
        String near = half.substring(half.lastIndexOf('-') + 1);
        String otherNear = otherHalf.split("[-\u2010]")[0];
        if (vocabulary.has(half + "-" + otherHalf) || vocabulary.has(near + "-" + otherNear)) {
            return false;
        }
        if (vocabulary.has(half + otherHalf) || vocabulary.has(near + otherNear)) {
            return true;
        }
        return !SUSPENDING.contains(otherHalf) && !isPrefix(near, otherNear) && !areWords(near, otherNear);
    }

    private boolean isSuspended(String half, String otherHalf) {
        return SUSPENDING.contains(otherHalf) && !vocabulary.has(half + "-" + otherHalf);
    }

    private static boolean isPrefix(String near, String otherNear) {
        String prefix = near.toLowerCase(Locale.ROOT);
        return !ENDING.matcher(otherNear).matches() && (prefix.length() == 1
                || PREFIXES.contains(prefix) && (!prefix.equals("co") || "aeiouéè".indexOf(otherNear.charAt(0)) >= 0));
    }

    private boolean areWords(String near, String otherNear) {
        return near.length() >= SHORTEST_WORD && otherNear.length() >= SHORTEST_WORD && vocabulary.has(near) && vocabulary.has(otherNear);
    }
}
