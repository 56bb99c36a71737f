package org.rapporteur.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells headings by their letters: larger than usual, or bold where the paper is not. Where all letters of a paper are alike, a short line
 * that begins like one and does not end like a sentence is a heading.
 */
final class PrintedHeadings {

    private static final Pattern ALIKE = Pattern.compile("^(?:(?:\\d+(?:\\.\\d+)*|[IVX]+|[A-Z])[.)]?\\s+)?\\p{Lu}[^.;!?]{2,90}$");
    private static final Pattern BEGINS = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.):]?\\s*|[IVXivx]+[.)]\\s*|[A-Za-z][.)]\\s+)?[\\p{Lu}\\p{Lo}¿«\"“].*");
    private static final Pattern NUMBER = Pattern.compile("(?:\\p{L}+ )?(?:\\d+(?:\\.\\d+)*|[IVXivx]+|[A-Za-z])[.):]?");
    private static final Pattern CAPTION = Pattern.compile("(?i)^(?:table|figure|fig|box|chart|map|graph|tableau|graphique|encadré|carte|cuadro|tabla|gráfico|figura|"
            + "recuadro|mapa|таблица|рисунок)\\.?\\s*(?:n[°º.o]\\s*)?\\d.*|^(?i:source|fuente|note|nota)s?\\s*:.*");
    private static final Pattern NO_END = Pattern.compile(".*[.;:,!\u00ad-]$");
    private static final float LARGER = 1.08f;
    private static final int MOST_WORDS = 25;
    private static final int MOST_WORDS_ALIKE = 12;
    private static final int MOST_LINES = 3;
    private static final int DEEPEST = 6;

    /** of a paper with many sizes, in pictures say: how much larger headings of each level are */
    private static final float[] LEVELS = {2, 1.6f, 1.35f, 1.2f};

    private final float usual;
    private final boolean alike;
    private final List<Integer> sizes;

    /** @param pages the lines of each page of the paper */
    PrintedHeadings(List<List<PrintedLine>> pages) {
        usual = PageParagraphs.usualSize(pages);
        long letters = pages.stream().flatMap(List::stream).mapToLong(line -> line.text().length()).sum();
        long bold = pages.stream().flatMap(List::stream).filter(PrintedLine::bold).mapToLong(line -> line.text().length()).sum();
        boolean oneSize = pages.stream().flatMap(List::stream).noneMatch(line -> line.size() > LARGER * usual);
        alike = oneSize && (bold == 0 || 2 * bold > letters);
        TreeSet<Integer> larger = new TreeSet<>(Comparator.reverseOrder());
        pages.stream().flatMap(List::stream).filter(line -> line.size() > LARGER * usual).forEach(line -> larger.add(Math.round(line.size())));
        sizes = List.copyOf(larger);
    }

    /** Whether the letters of the paper tell nothing. */
    boolean areByWords() {
        return alike;
    }

    /** 1 to 6; 0 for what is no heading. */
    int level(List<PrintedLine> paragraph, String text) {
        int words = text.split(" ").length;
        if (NO_END.matcher(text).matches() || CAPTION.matcher(text).matches() || text.codePoints().filter(Character::isLetter).count() < 3) {
            return 0;
        }
        if (alike) {
            return ALIKE.matcher(text).matches() && words <= MOST_WORDS_ALIKE ? 1 : 0;
        }
        if (paragraph.stream().anyMatch(PrintedHeadings::isRow)) {
            return 0;
        }
        boolean large = paragraph.stream().allMatch(line -> line.size() > LARGER * usual);
        boolean bold = paragraph.stream().allMatch(PrintedLine::bold);
        if (!large && !bold || words > MOST_WORDS || paragraph.size() > MOST_LINES || !BEGINS.matcher(text).matches()) {
            return 0;
        }
        return large ? rank(paragraph.getFirst().size()) : Math.min(sizes.size() + 1, DEEPEST);
    }

    /** Whether a line is set in columns, and the first of them is not the number of a heading. */
    private static boolean isRow(PrintedLine line) {
        return line.column() > 0 && !NUMBER.matcher(new PrintedLine(line.words().subList(0, line.column())).text()).matches();
    }

    private int rank(float size) {
        if (sizes.size() < DEEPEST) {
            return Math.max(1, sizes.indexOf(Math.round(size)) + 1);
        }
        int level = 1;
        while (level <= LEVELS.length && size < LEVELS[level - 1] * usual) {
            level++;
        }
        return level;
    }
}
