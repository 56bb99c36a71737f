package org.rapporteur.extraction;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the lines of a page with the place of every word, and the rules drawn on it. */
final class PageStripper extends PDFTextStripper {

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}]");
    /** what some fonts make of one hyphen */
    private static final Pattern WORN_HYPHEN = Pattern.compile("-\u00ad\u2010|-\u00ad|\u00ad\u2010");
    private static final Pattern LIGATURE = Pattern.compile("[\ufb00-\ufb06]");
    /** of the size of the letters before: what is smaller and higher is raised */
    private static final float SMALLER = 0.8f;
    private static final int BOLD = 600;

    private final Rulings rulings = new Rulings();
    private final Overprints overprints = new Overprints();
    private final Map<PDFont, Boolean> bold = new HashMap<>();
    private final List<PrintedLine> lines = new ArrayList<>();
    private final List<PrintedWord> line = new ArrayList<>();

    PageStripper() {
        setSuppressDuplicateOverlappingText(false);
        rulings.operators(this).forEach(this::addOperator);
    }

    /** @param page 1-based */
    List<PrintedLine> lines(PDDocument document, int page) throws IOException {
        lines.clear();
        line.clear();
        overprints.clear();
        rulings.clear(document.getPage(page - 1));
        setStartPage(page);
        setEndPage(page);
        writeText(document, Writer.nullWriter());
        endLine();
        return List.copyOf(lines);
    }

    /** Of the page that was read last. */
    Rulings rulings() {
        return rulings;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        String text = letter.getUnicode();
        if (text.isEmpty() || !overprints.again(text, letter.getX(), letter.getY(), letter.getWidth())) {
            super.processTextPosition(letter);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (isForeign(text) && RIGHT_TO_LEFT.matcher(text).find()) {
            addFromTheRight(positions);
            return;
        }
        int start = 0;
        boolean spaced = true;
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).getUnicode().isBlank()) {
                add(positions.subList(start, i), spaced);
                start = i + 1;
                spaced = true;
            } else if (i > start && (isRaised(positions.get(i - 1), positions.get(i)) || isRaised(positions.get(i), positions.get(i - 1)))) {
                add(positions.subList(start, i), spaced);
                start = i;
                spaced = false;
            }
        }
        add(positions.subList(start, positions.size()), spaced);
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {
        endLine();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(new PrintedLine(WordOrder.of(line)));
            line.clear();
        }
    }

    private void add(List<TextPosition> positions, boolean spaced) {
        if (!positions.isEmpty()) {
            StringBuilder letters = new StringBuilder(positions.size());
            for (TextPosition position : positions) {
                letters.append(position.getUnicode());
            }
            String text = letters.toString();
            add(isPlain(text) ? text : LIGATURE.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC)), positions, spaced);
        }
    }

    /** Letters in the order of their places: programs draw words from the right and their letters from the left, or lines in pieces. */
    private void addFromTheRight(List<TextPosition> positions) {
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition position : positions.stream().sorted(Comparator.comparing(TextPosition::getXDirAdj).reversed()).toList()) {
            if (!position.getUnicode().isBlank()) {
                word.add(position);
            } else if (!word.isEmpty()) {
                add(WordOrder.read(word.stream().map(TextPosition::getUnicode).toList()), word, true);
                word.clear();
            }
        }
        if (!word.isEmpty()) {
            add(WordOrder.read(word.stream().map(TextPosition::getUnicode).toList()), word, true);
        }
    }

    /** Whether there are letters in it beyond the European alphabets, the first of which is Hebrew. */
    private static boolean isForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0590') {
                return true;
            }
        }
        return false;
    }

    /** Most words are; in them nothing has to be put right. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < '!' || sign > '\u024f' || sign >= '\u007f' && sign < '\u00c0') {
                return false;
            }
        }
        return true;
    }

    private void add(String text, List<TextPosition> positions, boolean spaced) {
        String storable = isPlain(text) ? text : WORN_HYPHEN.matcher(StorableText.of(text)).replaceAll("-").replaceAll("(?U)\\s+", " ").strip();
        if (!storable.isEmpty()) {
            float left = Float.MAX_VALUE;
            float right = 0;
            for (TextPosition position : positions) {
                left = Math.min(left, position.getXDirAdj());
                right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            }
            TextPosition first = positions.getFirst();
            line.add(new PrintedWord(storable, left, right, first.getYDirAdj(), first.getFontSizeInPt(), isBold(first.getFont()), spaced));
        }
    }

    private static boolean isRaised(TextPosition before, TextPosition letter) {
        return letter.getFontSizeInPt() < SMALLER * before.getFontSizeInPt() && letter.getYDirAdj() < before.getYDirAdj();
    }

    private boolean isBold(PDFont font) {
        return bold.computeIfAbsent(font, each -> {
            PDFontDescriptor descriptor = each.getFontDescriptor();
            return each.getName() != null && each.getName().matches("(?i).*(?:bold|black|heavy|semib).*")
                    || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD);
        });
    }
}
