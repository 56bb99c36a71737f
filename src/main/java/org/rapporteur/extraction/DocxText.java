package org.rapporteur.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.jspecify.annotations.Nullable;

/**
 * Text of a DOCX as Word prints it once every tracked change is accepted: without what was deleted or moved away, comments, hidden text,
 * tables of contents, heads and feet of pages; with text boxes, and with each footnote after its paragraph.
 */
final class DocxText {

    private static final XMLInputFactory XML = factory();

    private final OPCPackage file;
    private final PackagePart main;

    private DocxText(OPCPackage file) throws IOException, InvalidFormatException {
        this.file = file;
        main = core();
    }

    /**
     * What was read of a file.
     *
     * @param pages and words that the program which wrote it counted; null where it did not
     */
    record Found(List<Block> blocks, boolean pictures, @Nullable Integer pages, @Nullable Integer words) {}

    static Found read(Path path, int limit) throws IOException, TooMuchText {
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            return new DocxText(file).found(limit);
        } catch (InvalidFormatException | XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private Found found(int limit) throws IOException, XMLStreamException, InvalidFormatException, TooMuchText {
        WordStyles styles = WordStyles.none();
        PackagePart part = related("/styles");
        if (part != null) {
            try (InputStream in = part.getInputStream()) {
                styles = WordStyles.read(reader(in));
            }
        }
        WordNumbers numbers = WordNumbers.of(related("/numbering"));
        Map<String, String> notes = new HashMap<>();
        for (String kind : List.of("footnote", "endnote")) {
            notes(kind, styles, limit, notes);
        }
        WordBody body = new WordBody(styles, numbers, notes, new BlockList(limit));
        try (InputStream in = main.getInputStream()) {
            body.read(reader(in));
        }
        Map<String, Integer> counts = counts();
        return new Found(body.blocks(), body.pictures(), counts.get("Pages"), counts.get("Words"));
    }

    private void notes(String kind, WordStyles styles, int limit, Map<String, String> notes) throws IOException, XMLStreamException,
            InvalidFormatException, TooMuchText {
        PackagePart part = related("/" + kind + "s");
        if (part != null) {
            try (InputStream in = part.getInputStream()) {
                WordBody body = new WordBody(styles, WordNumbers.none(), Map.of(), new BlockList(limit));
                body.read(reader(in));
                body.notes().forEach((id, text) -> notes.put(kind + id, text));
            }
        }
    }

    private PackagePart core() throws IOException, InvalidFormatException {
        for (PackageRelationship relationship : file.getRelationships()) {
            if (relationship.getRelationshipType().endsWith("/officeDocument")) {
                PackagePart part = file.getPart(relationship);
                if (part != null) {
                    return part;
                }
            }
        }
        throw new IOException("no document in the package");
    }

    /** Transitional and strict files name the same relationships differently, but for the end. */
    private @Nullable PackagePart related(String type) throws InvalidFormatException {
        for (PackageRelationship relationship : main.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(type)) {
                return file.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI()));
            }
        }
        return null;
    }

    private Map<String, Integer> counts() throws IOException, XMLStreamException {
        Map<String, Integer> counts = new HashMap<>();
        for (PackagePart part : file.getPartsByContentType("application/vnd.openxmlformats-officedocument.extended-properties+xml")) {
            try (InputStream in = part.getInputStream()) {
                XMLStreamReader xml = reader(in);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamReader.START_ELEMENT && List.of("Pages", "Words").contains(xml.getLocalName())) {
                        String name = xml.getLocalName();
                        String count = xml.getElementText().strip();
                        if (count.matches("\\d{1,8}")) {
                            counts.put(name, Integer.valueOf(count));
                        }
                    }
                }
            }
        }
        return counts;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return XML.createXMLStreamReader(in);
    }

    /** No file from outside tells this one what to open. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
