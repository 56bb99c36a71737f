package org.rapporteur.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The body of a DOCX, or its notes, made into blocks. For one reading. */
final class WordBody {

    /** accepted changes leave nothing of these, and what follows "Choice" says the same once more for older programs */
    private static final Set<String> NOT_PRINTED = Set.of("del", "moveFrom", "Fallback", "cellDel");

    private final WordStyles styles;
    private final WordNumbers numbers;
    private final Map<String, String> notesByKey;
    private final BlockList found;
    private final Map<String, String> ownNotes = new LinkedHashMap<>();
    private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
    /** notes and text boxes of an open paragraph or row, which follow it */
    private final List<String> notes = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();
    /** a paragraph whose mark was deleted: the next one goes on with it */
    private @Nullable WordParagraph unfinished;
    private final List<StringBuilder> cells = new ArrayList<>();
    private int tables;
    private boolean rowIsHead;
    private boolean rowIsGone;
    private boolean hidden;
    private boolean inText;
    private boolean pictures;
    private @Nullable String note;

    /** @param notes by kind and key: "footnote2" */
    WordBody(WordStyles styles, WordNumbers numbers, Map<String, String> notes, BlockList found) {
        this.styles = styles;
        this.numbers = numbers;
        this.notesByKey = notes;
        this.found = found;
    }

    List<Block> blocks() {
        return found.blocks();
    }

    boolean pictures() {
        return pictures;
    }

    /** By key, where it is the part of the notes that was read. */
    Map<String, String> notes() {
        return ownNotes;
    }

    void read(XMLStreamReader xml) throws XMLStreamException, TooMuchText {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> start(xml);
                case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (inText) {
                        append(xml.getText());
                    }
                }
                default -> { }
            }
        }
        if (unfinished != null) {
            write(unfinished);
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (NOT_PRINTED.contains(name)) {
            WordXml.skip(xml);
            return;
        }
        switch (name) {
            case "p" -> paragraphs.push(new WordParagraph());
            case "pPr" -> {
                if (!paragraphs.isEmpty()) {
                    paragraphs.peek().describe(xml);
                }
            }
            case "r" -> hidden = !paragraphs.isEmpty() && styles.isHidden(paragraphs.peek().style());
            case "rPr" -> hidden = WordParagraph.isHidden(xml, styles, hidden);
            case "t" -> inText = true;
            case "tab", "br", "cr", "ptab" -> append(" ");
            case "noBreakHyphen" -> append("\u2011");
            case "footnoteReference" -> refer("footnote", xml);
            case "endnoteReference" -> refer("endnote", xml);
            case "footnote", "endnote" -> note = WordXml.attribute(xml, "id");
            case "drawing", "pict", "object" -> pictures = true;
            case "tbl" -> tables++;
            case "tr" -> {
                rowIsHead = tables == 1 ? false : rowIsHead;
                rowIsGone = tables == 1 ? false : rowIsGone;
            }
            case "trPr" -> row(xml);
            case "tc" -> {
                if (tables == 1) {
                    cells.add(new StringBuilder());
                }
            }
            default -> { }
        }
    }

    private void end(String name) throws TooMuchText {
        switch (name) {
            case "t" -> inText = false;
            case "r" -> hidden = false;
            case "p" -> endOfParagraph(paragraphs.pop());
            case "footnote", "endnote" -> note = null;
            case "tr" -> {
                if (tables == 1) {
                    endOfRow();
                }
            }
            case "tbl" -> tables--;
            default -> { }
        }
    }

    /** Properties of a row: whether it repeats on every page as the head of its table, and whether it was deleted. */
    private void row(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext() && !(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("trPr"))) {
            if (xml.isStartElement() && tables == 1) {
                rowIsHead |= xml.getLocalName().equals("tblHeader") && WordXml.isOn(xml);
                rowIsGone |= xml.getLocalName().equals("del") || xml.getLocalName().equals("hidden") && WordXml.isOn(xml);
            }
        }
    }

    private void append(String text) {
        if (!hidden && !paragraphs.isEmpty()) {
            paragraphs.peek().text().append(text);
        }
    }

    private void refer(String kind, XMLStreamReader xml) {
        String text = notesByKey.get(kind + WordXml.attribute(xml, "id"));
        if (text != null && !hidden) {
            notes.add(text);
        }
    }

    private void endOfParagraph(WordParagraph paragraph) throws TooMuchText {
        if (unfinished != null && paragraphs.isEmpty()) {
            paragraph.text().insert(0, unfinished.text());
            unfinished = null;
        }
        if (styles.isContents(paragraph.style())) {
            return;
        }
        if (!paragraphs.isEmpty()) {
            boxes.add(printed(paragraph));
        } else if (note != null) {
            ownNotes.merge(note, paragraph.text().toString(), (one, other) -> one + " " + other);
        } else if (!cells.isEmpty()) {
            cells.getLast().append(printed(paragraph)).append(' ');
        } else if (paragraph.isMarkDeleted()) {
            unfinished = paragraph;
        } else {
            write(paragraph);
        }
    }

    private void write(WordParagraph paragraph) throws TooMuchText {
        int heading = paragraph.outline() == null ? styles.heading(paragraph.style()) : WordStyles.heading(paragraph.outline());
        boolean blank = paragraph.text().toString().isBlank();
        found.add(heading > 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH, heading > 0 ? heading : blank ? 0 : 1 + depth(paragraph), null, printed(paragraph));
        writeBeside();
    }

    private void endOfRow() throws TooMuchText {
        if (!rowIsGone) {
            found.addRow(rowIsHead, null, cells.stream().map(StringBuilder::toString).toList());
        }
        cells.clear();
        writeBeside();
    }

    private void writeBeside() throws TooMuchText {
        for (String box : boxes) {
            found.add(BlockKind.PARAGRAPH, 0, null, box);
        }
        boxes.clear();
        for (String text : notes) {
            found.add(BlockKind.NOTE, 0, null, text);
        }
        notes.clear();
    }

    /** Numbers count on at blank paragraphs too, as Word does, but nothing is printed there. */
    private String printed(WordParagraph paragraph) {
        String list = paragraph.list() == null ? styles.list(paragraph.style()) : paragraph.list();
        if (list == null) {
            return paragraph.text().toString();
        }
        String number = numbers.next(list, depth(paragraph));
        return paragraph.text().toString().isBlank() ? "" : number + paragraph.text();
    }

    private int depth(WordParagraph paragraph) {
        return paragraph.depth() == null ? styles.depth(paragraph.style()) : paragraph.depth();
    }
}
