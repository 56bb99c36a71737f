package org.rapporteur.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of a DOCX: all of them, those of each bookmark, and those of the paragraphs in each style.
 *
 * @param text paragraphs one a line
 * @param bookmarks by name
 * @param paragraphs by style, in order
 */
record DocxWords(String text, Map<String, String> bookmarks, Map<String, List<String>> paragraphs) {

    private static final String BODY = "word/document.xml";

    DocxWords {
        bookmarks = Map.copyOf(bookmarks);
        paragraphs = Map.copyOf(paragraphs);
    }

    /** None where it is no whole DOCX, which is then told. */
    static DocxWords of(String name, byte[] docx, Facts facts) {
        byte[] body = InnerZip.read(name, docx, facts).getOrDefault(BODY, new byte[0]);
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(body)));
        } catch (XMLStreamException broken) {
            facts.check(false, "%s can't be read; get the package again", name);
            return new DocxWords("", Map.of(), Map.of());
        }
    }

    private static DocxWords read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> starts = new HashMap<>();
        Map<String, String> bookmarks = new HashMap<>();
        Map<String, List<String>> paragraphs = new HashMap<>();
        String style = "";
        int begin = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "p" -> {
                        style = "";
                        begin = text.length();
                    }
                    case "pStyle" -> style = attribute(xml, "val");
                    case "t" -> text.append(xml.getElementText());
                    case "br", "tab" -> text.append(' ');
                    case "bookmarkStart" -> {
                        names.put(attribute(xml, "id"), attribute(xml, "name"));
                        starts.put(attribute(xml, "id"), text.length());
                    }
                    case "bookmarkEnd" -> {
                        String id = attribute(xml, "id");
                        if (names.containsKey(id)) {
                            bookmarks.put(names.get(id), text.substring(starts.get(id)));
                        }
                    }
                    default -> { }
                }
            } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("p")) {
                paragraphs.computeIfAbsent(style, first -> new ArrayList<>()).add(text.substring(begin));
                text.append('\n');
            }
        }
        return new DocxWords(text.toString(), bookmarks, paragraphs);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
