package org.rapporteur.report;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Codebooks as REFI-QDA exchanges them, alone ({@code .qdc}) or within a project. */
final class CodebookXml {

    private static final String NAMESPACE = "urn:QDA-XML:codebook:1.0";
    private static final String SCHEMA = NAMESPACE + " http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd";

    private CodebookXml() {}

    /**
     * A codebook as it was read.
     *
     * @param origin the program that wrote it; may be empty
     * @param codes the top of it
     * @param sets how many sets of codes it has
     */
    record Read(String origin, List<RefiCode> codes, int sets) {}

    /** @throws FaultyExchangeFile where it is no codebook that can be read */
    static Read read(String file, byte[] bytes) {
        XmlElement root = XmlElement.read(file, bytes, "urn:QDA-XML:");
        Stream<XmlElement> books = root.name().equals("CodeBook") ? Stream.of(root) : root.below("CodeBook");
        return new Read(root.attribute("origin"), codes(books), (int) root.below("Sets", "Set").count());
    }

    static byte[] write(List<RefiCode> codes) {
        return document(xml -> {
            xml.writeStartElement("CodeBook");
            root(xml, NAMESPACE, SCHEMA);
            xml.writeAttribute("origin", origin());
            codes(xml, codes);
            xml.writeEndElement();
        });
    }

    static String origin() {
        return "Rapporteur";
    }

    static List<RefiCode> codes(Stream<XmlElement> books) {
        return books.flatMap(book -> book.below("Codes", "Code")).map(CodebookXml::code).toList();
    }

    private static RefiCode code(XmlElement code) {
        return new RefiCode(Guids.plain(code.attribute("guid")), code.attribute("name").strip(), !List.of("false", "0").contains(code.attribute("isCodable").strip()),
                code.attribute("color").strip(), code.textOf("Description"), code.below("Code").map(CodebookXml::code).toList());
    }

    static void codes(XMLStreamWriter xml, List<RefiCode> codes) throws XMLStreamException {
        xml.writeStartElement("Codes");
        for (RefiCode code : codes) {
            code(xml, code);
        }
        xml.writeEndElement();
    }

    private static void code(XMLStreamWriter xml, RefiCode code) throws XMLStreamException {
        xml.writeStartElement("Code");
        xml.writeAttribute("guid", code.guid());
        xml.writeAttribute("name", line(code.name()));
        xml.writeAttribute("isCodable", String.valueOf(code.codable()));
        if (!code.color().isEmpty()) {
            xml.writeAttribute("color", code.color());
        }
        text(xml, "Description", code.description());
        for (RefiCode below : code.below()) {
            code(xml, below);
        }
        xml.writeEndElement();
    }

    /** What writes the elements of a document. */
    interface Content {

        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    static byte[] document(Content content) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static void root(XMLStreamWriter xml, String namespace, String schema) throws XMLStreamException {
        xml.writeDefaultNamespace(namespace);
        xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.writeAttribute("xsi:schemaLocation", schema);
    }

    /** An element of text; none where the text is empty. */
    static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(element);
            xml.writeCharacters(legal(text));
            xml.writeEndElement();
        }
    }

    /** For attributes, in which XML turns line ends into blanks. */
    static String line(String text) {
        return legal(text).replaceAll("(?U)\\s+", " ").strip();
    }

    /** What XML 1.0 can't hold is shown as U+FFFD. */
    static String legal(String text) {
        return text.codePoints().map(character -> InertText.standsInXml(character) || character == '\t' ? character : InertText.UNREADABLE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
