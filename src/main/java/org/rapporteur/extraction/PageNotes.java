package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The footnotes of a page: small lines below all others, the first of which begins with a number. */
final class PageNotes {

    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,3}|\\*{1,3}|[ivx]{1,4})[.)]?$");
    private static final float SMALL = 0.93f;
    /** figures at the foot of a chart are no notes */
    private static final int FEWEST_LETTERS = 4;

    private final Set<PrintedLine> body = new HashSet<>();
    private final Map<String, List<PrintedLine>> notes = new LinkedHashMap<>();

    /**
     * Takes a page apart.
     *
     * @param lines of a page, in order
     * @param usual size of letters in the paper
     */
    PageNotes(List<PrintedLine> lines, float usual) {
        float lowest = 0;
        for (PrintedLine line : lines) {
            lowest = line.size() > SMALL * usual ? Math.max(lowest, line.base()) : lowest;
        }
        String open = null;
        for (PrintedLine line : lines) {
            boolean below = line.base() > lowest && lowest > 0;
            String number = below ? number(line) : null;
            if (number != null) {
                open = number;
                notes.put(number, new ArrayList<>());
            }
            if (below && open != null) {
                PrintedLine text = number == null ? line : new PrintedLine(line.words().subList(1, line.words().size()));
                notes.get(open).add(text);
            } else {
                body.add(line);
            }
        }
    }

    boolean isBody(PrintedLine line) {
        return body.contains(line);
    }

    /** By number, in order. */
    Map<String, List<PrintedLine>> notes() {
        return notes;
    }

    /** Whether a word is the number of a note of this page, printed close to what it is about. */
    boolean isReference(PrintedWord word) {
        return !word.spaced() && notes.containsKey(word.text());
    }

    private static String number(PrintedLine line) {
        Matcher number = NUMBER.matcher(line.words().getFirst().text());
        boolean says = Letters.count(line.text()) >= FEWEST_LETTERS;
        return says && line.words().size() > 1 && number.matches() ? number.group(1) : null;
    }
}
