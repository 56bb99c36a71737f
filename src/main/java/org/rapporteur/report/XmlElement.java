package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file that came from outside, with all below it. A document type declaration is refused, whatever it says:
 * entities read other files or grow without end.
 *
 * @param name without its prefix
 * @param attributes by name without prefix
 * @param children in order
 * @param text of the element itself, with line ends as XML gives them, {@code \n}
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    /** less than the parser itself allows, which says it in words of its own */
    private static final int DEEPEST = 90;
    private static final int MOST_ELEMENTS = 5_000_000;

    /**
     * @param file its name for messages
     * @param namespace how that of the root element has to begin
     * @throws FaultyExchangeFile where it is no such XML
     */
    static XmlElement read(String file, byte[] bytes, String namespace) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            XmlElement root = null;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new FaultyExchangeFile(
                            "%s has a document type declaration, which no program needs for this format; it was not read.".formatted(file));
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (!Optional.ofNullable(reader.getNamespaceURI()).orElse("").startsWith(namespace)) {
                            throw new FaultyExchangeFile("%s is no REFI-QDA file: its root element is %s, not one of %s; export it anew as REFI-QDA."
                                    .formatted(file, reader.getName(), namespace));
                        }
                        root = element(reader, file);
                    }
                    default -> { }
                }
            }
            if (root == null) {
                throw new FaultyExchangeFile(file + " is empty; export it anew.");
            }
            return root;
        } catch (XMLStreamException broken) {
            throw new FaultyExchangeFile("%s is no whole XML (line %d: %s); export it anew.".formatted(file,
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber(), firstLine(broken)), broken);
        }
    }

    Stream<XmlElement> below(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** The children of the children with these names: {@code below("Codes", "Code")}. */
    Stream<XmlElement> below(String child, String grandchild) {
        return below(child).flatMap(element -> element.below(grandchild));
    }

    /** Empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The text of the first such child; empty where there is none. */
    String textOf(String child) {
        return below(child).findFirst().map(XmlElement::text).orElse("");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Without recursion, so that no nesting breaks the stack. */
    private static XmlElement element(XMLStreamReader reader, String file) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(reader));
        int seen = 1;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(new Open(reader));
                    if (open.size() > DEEPEST || ++seen > MOST_ELEMENTS) {
                        throw new FaultyExchangeFile("%s is nested deeper than %d elements or has more than %d; it was not read.".formatted(file,
                                DEEPEST, MOST_ELEMENTS));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> open.element().text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement closed = open.pop().closed();
                    if (open.isEmpty()) {
                        return closed;
                    }
                    open.element().children.add(closed);
                }
                default -> { }
            }
        }
    }

    private static String firstLine(XMLStreamException broken) {
        String[] lines = String.valueOf(broken.getMessage()).split("\\R");
        return lines[lines.length - 1].replaceFirst("^Message: ", "");
    }

    /** An element that has not ended yet. */
    private static final class Open {

        private final String name;
        private final Map<String, String> attributes = new HashMap<>();
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(XMLStreamReader reader) {
            name = reader.getLocalName();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }

        private XmlElement closed() {
            return new XmlElement(name, Map.copyOf(attributes), List.copyOf(children), text.toString());
        }
    }
}
