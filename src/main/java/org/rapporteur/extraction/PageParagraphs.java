package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines put together to paragraphs by where they stand. A paragraph ends where the next line is further away than lines of its size
 * are, is of another size or weight, begins with a number or bullet or further in, or where its first word would have had room; but never
 * in the middle of a sentence that goes on with a small letter.
 */
final class PageParagraphs {

    private static final Pattern NUMBERED = Pattern.compile("^[(\\[]?\\d{1,3}[.)\\]]\\s+\\S.*", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^\\d{1,2}(?:\\.\\d{1,2})+\\.?\\s+\\p{L}.*");
    private static final Pattern BRACKETED = Pattern.compile("^\\(?(?:[a-z]|[ivx]{1,4})\\)\\s");
    private static final Pattern INSIDE = Pattern.compile("\\s\\(?(?:[a-z]|[ivx]{1,4})\\)\\s");
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,]*");
    /** of the usual distance of lines */
    private static final float FURTHER = 1.3f;
    private static final float MUCH_FURTHER = 1.75f;
    private static final float OTHER_SIZE = 0.08f;
    /** of the size of a line */
    private static final float INDENT = 0.8f;
    /** points between where lines of one column begin */
    private static final float COLUMN = 60;

    private static final float LARGE = 1.15f;
    /** lines of a size that tell how far they usually are from one another; of less single spacing is thought */
    private static final int ENOUGH = 5;

    private final Map<Integer, Float> pitches;
    private final float usual;

    /** @param pages the lines of each page of the paper, in order */
    PageParagraphs(List<List<PrintedLine>> pages) {
        Map<Integer, List<Float>> distances = new HashMap<>();
        for (List<PrintedLine> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                float distance = page.get(i).base() - page.get(i - 1).base();
                if (distance > 0 && distance < 3 * page.get(i).size()) {
                    distances.computeIfAbsent(Math.round(page.get(i).size()), key -> new ArrayList<>()).add(distance);
                }
            }
        }
        usual = usualSize(pages);
        pitches = new HashMap<>();
        distances.forEach((size, all) -> {
            if (all.size() >= ENOUGH) {
                pitches.put(size, all.stream().sorted().toList().get(all.size() / 2));
            }
        });
    }

    /** @param lines of one page, or of a stretch of it, in order */
    List<List<PrintedLine>> of(List<PrintedLine> lines) {
        List<List<PrintedLine>> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || isBreak(lines, i, paragraphs.getLast())) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.getLast().add(lines.get(i));
        }
        return paragraphs;
    }

    private boolean isBreak(List<PrintedLine> lines, int index, List<PrintedLine> open) {
        PrintedLine last = lines.get(index - 1);
        PrintedLine next = lines.get(index);
        String text = next.text();
        float distance = next.base() - last.base();
        float pitch = pitches.getOrDefault(Math.round(last.size()), 1.2f * last.size());
        boolean sameSize = Math.abs(next.size() - last.size()) <= OTHER_SIZE * last.size();
        if (distance <= 0 || NUMBERED.matcher(text).matches() || Bullets.starts(text) || !sameSize || isNextRow(open, next)) {
            return !isInside(lines, last, next, open) || distance > FURTHER * pitch;
        }
        if (goesOn(last.text(), text)) {
            return distance > MUCH_FURTHER * pitch;
        }
        boolean title = last.bold() && next.bold() || next.size() > LARGE * usual;
        if (title && SECTION.matcher(text).matches()) {
            return true;
        }
        return distance > FURTHER * pitch || isOtherWeight(last, next) || !title && (isFurtherIn(open, next) || wouldHaveFitted(lines, last, next));
    }

    /** Whether a line that begins with "iii)" goes on with "i) faster; ii) cheaper, and", which is full and begins at the same left edge. */
    private static boolean isInside(List<PrintedLine> lines, PrintedLine last, PrintedLine next, List<PrintedLine> open) {
        return BRACKETED.matcher(next.text()).find() && !Bullets.starts(open.getFirst().text()) && Math.abs(next.start() - last.start()) < 1
                && open.stream().anyMatch(line -> INSIDE.matcher(line.text()).find()) && !wouldHaveFitted(lines, last, next);
    }

    private static boolean goesOn(String last, String next) {
        int first = next.codePointAt(0);
        return Character.isLowerCase(first) && !Letters.end(last) || Character.isDigit(first) && Letters.divide(last);
    }

    /** Of lines that are set in columns: "GES   :   Gaz", and "GIEC   :   Groupe". */
    private static boolean isNextRow(List<PrintedLine> open, PrintedLine next) {
        PrintedLine first = open.getFirst();
        return next.column() > 0 && first.column() > 0 && Math.abs(columnOf(next) - columnOf(first)) < next.size();
    }

    private static float columnOf(PrintedLine line) {
        PrintedWord first = line.words().get(line.column());
        boolean sign = !Letters.any(first.text()) && line.column() + 1 < line.words().size();
        return sign ? line.words().get(line.column() + 1).left() : first.left();
    }

    private static boolean isOtherWeight(PrintedLine last, PrintedLine next) {
        return last.hasLetters() && next.hasLetters() && last.bold() != next.bold();
    }

    /** An item hangs: its lines after the first are further in, and that is no paragraph of its own. */
    private static boolean isFurtherIn(List<PrintedLine> open, PrintedLine next) {
        float by = INDENT * next.size();
        boolean hangs = open.size() == 1 && (Bullets.starts(open.getFirst().text()) || NUMBERED.matcher(open.getFirst().text()).matches());
        boolean below = open.getFirst().column() > 0 && Math.abs(next.left() - columnOf(open.getFirst())) < by;
        return !hangs && !below && next.start() > open.getLast().start() + by;
    }

    private static boolean wouldHaveFitted(List<PrintedLine> lines, PrintedLine last, PrintedLine next) {
        float end = last.end();
        for (PrintedLine line : lines) {
            if (Math.abs(line.start() - last.start()) < COLUMN) {
                end = Math.max(end, line.end());
            }
        }
        return last.end() + last.size() + widthOfFirst(next) < end;
    }

    /** A figure stays with what it counts: "10 | million" is never divided. */
    private static float widthOfFirst(PrintedLine line) {
        PrintedWord first = line.words().getFirst();
        boolean counts = line.words().size() > 1 && FIGURE.matcher(first.text()).matches();
        return first.right() - first.left() + (counts ? line.words().get(1).right() - line.words().get(1).left() : 0);
    }

    /** The size that most letters of a paper have. */
    static float usualSize(List<List<PrintedLine>> pages) {
        int[] letters = new int[400];
        pages.forEach(page -> page.forEach(line -> letters[Math.clamp(Math.round(2 * line.size()), 0, 399)] += line.text().length()));
        int most = Arrays.stream(letters).max().orElse(0);
        for (int size = 0; size < letters.length; size++) {
            if (letters[size] == most) {
                return size / 2f;
            }
        }
        return 0;
    }
}
