package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running heads, running feet and page numbers of a document. They stand in the first two and last two lines of a page, or in
 * the third where the two before it are such lines too; nothing further inside is ever one. A line is one where at least three
 * pages (two, of a document of two, or where it is the number of the page alone) have it in that place: either word for word, or with one
 * number that grows as the pages do.
 * Whatever is not sure to be furniture stays.
 */
final class PageEdges {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");
    /** the key of a line that is nothing but the number of its page */
    private static final String ITS_NUMBER = "\u00001\u0000";
    private static final int RECURS = 3;
    private static final int DEPTH = 2;
    private static final int DEEPEST = 3;

    private final Map<String, Integer> heads = new HashMap<>();
    private final Map<String, Integer> feet = new HashMap<>();
    private final int enough;

    /** @param pages for each page its lines, none blank */
    PageEdges(List<List<String>> pages) {
        enough = Math.min(RECURS, Math.max(2, pages.size()));
        for (int page = 0; page < pages.size(); page++) {
            count(heads, pages.get(page), page);
            count(feet, pages.get(page).reversed(), page);
        }
    }

    /**
     * Which lines of a page are furniture.
     *
     * @param lines of the page, none blank
     * @param page 0-based
     * @return 0-based indexes into the lines
     */
    Set<Integer> furniture(List<String> lines, int page) {
        Set<Integer> found = new HashSet<>(depth(heads, lines, page));
        depth(feet, lines.reversed(), page).forEach(index -> found.add(lines.size() - 1 - index));
        return found;
    }

    private static void count(Map<String, Integer> counts, List<String> lines, int page) {
        Set<String> keys = new HashSet<>();
        lines.stream().limit(DEEPEST).forEach(line -> keys.addAll(keys(line, page)));
        keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    }

    private List<Integer> depth(Map<String, Integer> counts, List<String> lines, int page) {
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < Math.min(DEEPEST, lines.size()); index++) {
            boolean reachable = index < DEPTH || found.size() == DEPTH;
            if (reachable && keys(lines.get(index), page).stream().anyMatch(key -> counts.getOrDefault(key, 0) >= (key.equals(ITS_NUMBER) ? 2 : enough))) {
                found.add(index);
            }
        }
        return found;
    }

    /** The line itself where it has letters, and once for each of its numbers with how far that is ahead of the page. */
    private static List<String> keys(String line, int page) {
        String text = line.replaceAll("(?U)\\s+", " ").strip();
        List<String> keys = new ArrayList<>();
        if (text.codePoints().anyMatch(Character::isLetter) || text.codePoints().noneMatch(Character::isDigit)) {
            keys.add(text);
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            int ahead = Integer.parseInt(number.group()) - page;
            keys.add(text.substring(0, number.start()) + '\u0000' + ahead + '\u0000' + text.substring(number.end()));
        }
        return keys;
    }
}
