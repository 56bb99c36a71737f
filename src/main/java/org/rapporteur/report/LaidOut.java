package org.rapporteur.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document that came back from the layout program: its page fields now hold pages. */
final class LaidOut {

    private static final Pattern PAGE_OF = Pattern.compile("\\s*PAGEREF\\s+(\\S+).*", Pattern.DOTALL);

    private LaidOut() {}

    /** The page of each bookmark that a page field asks for, from 1; empty where a field holds no page. */
    static Map<String, Integer> pages(Path docx) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (ZipFile parts = new ZipFile(docx.toFile());
                InputStream text = parts.getInputStream(parts.getEntry("word/document.xml"))) {
            return pages(factory.createXMLStreamReader(text));
        }
    }

    /** A field is an instruction, a separator and the text of its result, each in a run of its own. */
    private static Map<String, Integer> pages(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Integer> pages = new HashMap<>();
        String asked = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("instrText")) {
                Matcher field = PAGE_OF.matcher(xml.getElementText());
                asked = field.matches() ? field.group(1) : "";
            } else if (xml.getLocalName().equals("t") && !asked.isEmpty()) {
                String result = xml.getElementText();
                if (!result.matches("[1-9]\\d{0,5}")) {
                    return Map.of();
                }
                pages.put(asked, Integer.valueOf(result));
                asked = "";
            }
        }
        return pages;
    }
}
