package org.rapporteur.extraction;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A paragraph of a DOCX while it is read: its text so far, and what its own properties say; null where they leave it to the style. */
final class WordParagraph {

    private final StringBuilder text = new StringBuilder();
    private @Nullable String style;
    private @Nullable Integer outline;
    private @Nullable String list;
    private @Nullable Integer depth;
    private boolean markDeleted;

    StringBuilder text() {
        return text;
    }

    @Nullable String style() {
        return style;
    }

    /** 0 for the highest level, 9 for text. */
    @Nullable Integer outline() {
        return outline;
    }

    @Nullable String list() {
        return list;
    }

    /** 0-based. */
    @Nullable Integer depth() {
        return depth;
    }

    /** Whether the next paragraph goes on with this one once the change is accepted. */
    boolean isMarkDeleted() {
        return markDeleted;
    }

    /** Reads the properties that the reader is at the start of; properties that a change replaced are not looked at. */
    void describe(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext() && !(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("pPr"))) {
            if (xml.isStartElement()) {
                String value = WordXml.attribute(xml, "val");
                switch (xml.getLocalName()) {
                    case "pStyle" -> style = value;
                    case "outlineLvl" -> outline = WordXml.number(value);
                    case "numId" -> list = value;
                    case "ilvl" -> depth = WordXml.number(value);
                    case "del", "moveFrom" -> markDeleted = true;
                    case "pPrChange", "rPrChange", "sectPr" -> WordXml.skip(xml);
                    default -> { }
                }
            }
        }
    }

    /** Reads the properties of a stretch of text. */
    static boolean isHidden(XMLStreamReader xml, WordStyles styles, boolean before) throws XMLStreamException {
        boolean hidden = before;
        while (xml.hasNext() && !(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("rPr"))) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "rStyle" -> hidden |= styles.isHidden(WordXml.attribute(xml, "val"));
                    case "vanish" -> hidden = WordXml.isOn(xml);
                    case "rPrChange" -> WordXml.skip(xml);
                    default -> { }
                }
            }
        }
        return hidden;
    }
}
