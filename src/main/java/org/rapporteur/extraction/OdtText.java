package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.exception.EncryptedDocumentException;

/** Text of an ODT with every tracked change accepted, as {@link DocxText} reads a DOCX; the numbers of lists are not counted. */
final class OdtText {

    /** what is not printed where it stands, or at all; deleted text is kept among the tracked changes */
    private static final Set<String> NOT_PRINTED = Set.of("tracked-changes", "annotation", "table-of-content", "note-citation", "hidden-text",
            "hidden-paragraph", "sequence-decls", "illustration-index", "table-index", "alphabetical-index", "forms");

    private final BlockList found;
    private final Set<String> hiddenStyles = new HashSet<>();
    /** paragraphs that are open: a text box or a note stands inside another one */
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();
    private final Deque<Boolean> spans = new ArrayDeque<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();
    private final List<StringBuilder> cells = new ArrayList<>();
    private int tables;
    private int lists;
    private int inNote;
    private boolean headRows;
    private boolean inBody;
    private boolean pictures;
    private int heading;

    private OdtText(int limit) {
        found = new BlockList(limit);
    }

    static DocxText.Found read(Path file, int limit) throws IOException, TooMuchText, EncryptedDocumentException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry content = zip.getEntry("content.xml");
            ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
            if (manifest != null && isEncrypted(zip, manifest)) {
                throw new EncryptedDocumentException();
            }
            if (content == null) {
                throw new IOException("no text in the package");
            }
            OdtText text = new OdtText(limit);
            try (InputStream in = zip.getInputStream(content)) {
                text.read(DocxText.reader(in));
            }
            return new DocxText.Found(text.found.blocks(), text.pictures, null, null);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static boolean isEncrypted(ZipFile zip, ZipEntry manifest) throws IOException {
        try (InputStream in = zip.getInputStream(manifest)) {
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8).contains("encryption-data");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, TooMuchText {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> start(xml);
                case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> append(xml.getText());
                default -> { }
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException, TooMuchText {
        String name = xml.getLocalName();
        if (NOT_PRINTED.contains(name)) {
            WordXml.skip(xml);
            return;
        }
        switch (name) {
            case "style" -> style(xml);
            case "body" -> inBody = true;
            case "h", "p" -> {
                Integer level = WordXml.number(WordXml.attribute(xml, "outline-level"));
                heading = name.equals("h") ? Math.clamp(level == null ? 1 : level, 1, 6) : 0;
                paragraphs.push(new StringBuilder());
            }
            case "span" -> spans.push(hiddenStyles.contains(String.valueOf(WordXml.attribute(xml, "style-name"))));
            case "s", "tab", "line-break" -> append(" ");
            case "list" -> lists++;
            case "note-body" -> inNote++;
            case "image" -> pictures = true;
            case "table" -> tables++;
            case "table-header-rows" -> headRows = tables == 1;
            case "table-cell", "covered-table-cell" -> {
                if (tables == 1) {
                    cells.add(new StringBuilder());
                }
            }
            default -> { }
        }
    }

    /** Reads a style whole, for whether what has it is hidden. */
    private void style(XMLStreamReader xml) throws XMLStreamException {
        String style = String.valueOf(WordXml.attribute(xml, "name"));
        while (xml.hasNext() && !(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("style"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("text-properties") && "none".equals(WordXml.attribute(xml, "display"))) {
                hiddenStyles.add(style);
            }
        }
    }

    private void end(String name) throws TooMuchText {
        switch (name) {
            case "h", "p" -> endOfParagraph(paragraphs.pop().toString());
            case "span" -> spans.pop();
            case "list" -> lists--;
            case "note-body" -> inNote--;
            case "table" -> tables--;
            case "table-header-rows" -> headRows = false;
            case "table-row" -> {
                if (tables == 1) {
                    found.addRow(headRows, null, cells.stream().map(StringBuilder::toString).toList());
                    cells.clear();
                    writeBeside();
                }
            }
            default -> { }
        }
    }

    private void append(String text) {
        if (inBody && !paragraphs.isEmpty() && !spans.contains(true)) {
            paragraphs.peek().append(text);
        }
    }

    private void endOfParagraph(String text) throws TooMuchText {
        if (inNote > 0) {
            notes.add(text);
        } else if (!paragraphs.isEmpty()) {
            boxes.add(text);
        } else if (!cells.isEmpty()) {
            cells.getLast().append(text).append(' ');
        } else {
            BlockKind kind = heading > 0 ? BlockKind.HEADING : lists > 0 ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
            found.add(kind, heading > 0 ? heading : lists, null, text);
            writeBeside();
        }
    }

    private void writeBeside() throws TooMuchText {
        for (String box : boxes) {
            found.add(BlockKind.PARAGRAPH, 0, null, box);
        }
        boxes.clear();
        for (String note : notes) {
            found.add(BlockKind.NOTE, 0, null, note);
        }
        notes.clear();
    }
}
