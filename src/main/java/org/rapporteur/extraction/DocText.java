package org.rapporteur.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.parser.microsoft.ListManager;

/**
 * Text of a DOC as Word prints it once every tracked change is accepted, as {@link DocxText} does: text boxes follow the body, because the
 * format does not tell where they stand.
 */
final class DocText {

    private static final char CELL = '\u0007';
    private static final char FIELD = '\u0013';
    private static final char FIELD_RESULT = '\u0014';
    private static final char FIELD_END = '\u0015';
    private static final char REFERENCE = '\u0002';
    private static final char HYPHEN = '\u001e';

    private final HWPFDocument document;
    private final ListManager lists;
    private final BlockList found;
    private final List<String> notes = new ArrayList<>();
    private final List<StringBuilder> cells = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    /** for every field around the place, whether its result has begun */
    private final List<Boolean> fields = new ArrayList<>();
    private boolean markDeleted;

    private DocText(HWPFDocument document, int limit) {
        this.document = document;
        lists = new ListManager(document);
        found = new BlockList(limit);
    }

    /** What was read of a file, and how many pages and words the program which wrote it counted. */
    static DocxText.Found read(Path file, int limit) throws IOException, TooMuchText {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true); HWPFDocument document = new HWPFDocument(container)) {
            DocText text = new DocText(document, limit);
            text.body();
            var summary = document.getSummaryInformation();
            boolean counted = summary != null && summary.getWordCount() > 0;
            return new DocxText.Found(text.found.blocks(), !document.getPicturesTable().getAllPictures().isEmpty(),
                    counted && summary.getPageCount() > 0 ? Integer.valueOf(summary.getPageCount()) : null,
                    counted ? Integer.valueOf(summary.getWordCount()) : null);
        }
    }

    /** Whether a file is of Word 6 or 95, which keep their text otherwise. */
    static boolean isOld(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true); HWPFDocument document = new HWPFDocument(container)) {
            return document == null;
        } catch (OldWordFileFormatException old) {
            return true;
        }
    }

    private void body() throws TooMuchText {
        Range body = document.getRange();
        for (int i = 0; i < body.numParagraphs(); i++) {
            paragraph(body.getParagraph(i));
        }
        rest();
        Range boxes = document.getMainTextboxRange();
        for (int i = 0; boxes != null && i < boxes.numParagraphs(); i++) {
            found.add(BlockKind.PARAGRAPH, 0, null, text(boxes.getParagraph(i)));
        }
    }

    private void paragraph(Paragraph paragraph) throws TooMuchText {
        String style = style(paragraph);
        if (style.matches("toc \\d|table of figures")) {
            return;
        }
        String text = text(paragraph);
        String number = paragraph.isInList() && !text.isBlank() ? lists.getFormattedNumber(paragraph) : "";
        if (paragraph.isInTable()) {
            cell(paragraph, number + text);
            return;
        }
        rest();
        open.append(number).append(text);
        if (!markDeleted) {
            int heading = heading(paragraph, style);
            found.add(heading > 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH, heading > 0 ? heading : 1 + paragraph.getIlvl(), null, open.toString());
            open.setLength(0);
            notes();
        }
    }

    private void cell(Paragraph paragraph, String text) throws TooMuchText {
        if (paragraph.isTableRowEnd()) {
            row();
            return;
        }
        if (cells.isEmpty()) {
            cells.add(new StringBuilder());
        }
        cells.getLast().append(text).append(' ');
        String whole = paragraph.text();
        if (!whole.isEmpty() && whole.charAt(whole.length() - 1) == CELL) {
            cells.add(new StringBuilder());
        }
    }

    private void row() throws TooMuchText {
        found.addRow(false, null, cells.stream().map(StringBuilder::toString).toList());
        cells.clear();
        notes();
    }

    /** A table whose last row does not say that it ends. */
    private void rest() throws TooMuchText {
        if (!cells.isEmpty()) {
            row();
        }
    }

    private void notes() throws TooMuchText {
        for (String note : notes) {
            found.add(BlockKind.NOTE, 0, null, note);
        }
        notes.clear();
    }

    private String text(Range range) {
        StringBuilder text = new StringBuilder();
        markDeleted = false;
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            boolean printed = !run.isMarkedDeleted() && !run.isVanished() && !run.isFldVanished();
            String letters = run.text();
            markDeleted = run.isMarkedDeleted() && letters.endsWith("\r");
            for (int at = 0; at < letters.length(); at++) {
                append(text, letters.charAt(at), run.getStartOffset() + at, printed);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text, char letter, int offset, boolean printed) {
        switch (letter) {
            case FIELD -> fields.add(false);
            case FIELD_RESULT -> {
                if (!fields.isEmpty()) {
                    fields.set(fields.size() - 1, true);
                }
            }
            case FIELD_END -> {
                if (!fields.isEmpty()) {
                    fields.removeLast();
                }
            }
            default -> {
                if (printed && !fields.contains(false)) {
                    print(text, letter, offset);
                }
            }
        }
    }

    private void print(StringBuilder text, char letter, int offset) {
        if (letter == REFERENCE) {
            note(document.getFootnotes(), document.getFootnoteRange(), offset);
            note(document.getEndnotes(), document.getEndnoteRange(), offset);
        } else if (letter == HYPHEN) {
            text.append('\u2011');
        } else if (letter >= ' ' && letter != '\u00ad') {
            text.append(letter);
        } else if (letter == '\t' || letter == '\u000b' || letter == '\r' || letter == '\n' || letter == '\f') {
            text.append(' ');
        }
    }

    private void note(Notes table, Range text, int offset) {
        int index = table.getNoteIndexByAnchorPosition(offset);
        if (index >= 0) {
            notes.add(text(new Range(text.getStartOffset() + table.getNoteTextStartOffset(index),
                    text.getStartOffset() + table.getNoteTextEndOffset(index), document)));
        }
    }

    private String style(Paragraph paragraph) {
        StyleDescription style = paragraph.getStyleIndex() < document.getStyleSheet().numStyles()
                ? document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex()) : null;
        return style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
    }

    /** Level 9 is text. Programs other than Word write the names of styles in their own language. */
    private static int heading(Paragraph paragraph, String style) {
        if (style.equals("title")) {
            return 1;
        }
        return style.matches("heading [1-9].*") ? WordStyles.heading(Integer.valueOf(style.charAt(8) - '1')) : WordStyles.heading(Integer.valueOf(paragraph.getLvl()));
    }
}
