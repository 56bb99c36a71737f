package org.rapporteur.extraction;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** How WordprocessingML writes its values; transitional and strict files differ in the namespace alone, which is not looked at. */
final class WordXml {

    private static final Set<String> OFF = Set.of("0", "false", "off");

    private WordXml() {}

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether a switch is on: it is where it stands, unless it says otherwise. */
    static boolean isOn(XMLStreamReader xml) {
        String value = attribute(xml, "val");
        return value == null || !OFF.contains(value);
    }

    /** Null for what is none. */
    static @Nullable Integer number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }

    /** Goes on to the end of the element that the reader is at the start of. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int open = 1; open > 0 && xml.hasNext();) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> open++;
                case XMLStreamReader.END_ELEMENT -> open--;
                default -> { }
            }
        }
    }
}
