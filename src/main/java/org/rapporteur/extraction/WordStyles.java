package org.rapporteur.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the styles of a DOCX say of the paragraphs and stretches that have them. Every style is known by its key. */
final class WordStyles {

    private static final int DEEPEST_HEADING = 6;
    /** styles are based on one another; a ring of them ends here */
    private static final int LONGEST_CHAIN = 20;

    /** One style; null where it says nothing. */
    private static final class Style {
        private @Nullable String base;
        private String name = "";
        private @Nullable Integer outline;
        private @Nullable Boolean hidden;
        private @Nullable String list;
        private @Nullable Integer depth;
    }

    private final Map<String, Style> styles = new HashMap<>();

    private WordStyles() {}

    static WordStyles none() {
        return new WordStyles();
    }

    static WordStyles read(XMLStreamReader xml) throws XMLStreamException {
        WordStyles styles = new WordStyles();
        Style open = new Style();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    open = new Style();
                    styles.styles.put(String.valueOf(WordXml.attribute(xml, "styleId")), open);
                } else {
                    describe(open, xml);
                }
            }
        }
        return styles;
    }

    private static void describe(Style open, XMLStreamReader xml) {
        String value = WordXml.attribute(xml, "val");
        switch (xml.getLocalName()) {
            case "name" -> open.name = String.valueOf(value).toLowerCase(Locale.ROOT);
            case "basedOn" -> open.base = value;
            case "outlineLvl" -> open.outline = WordXml.number(value);
            case "vanish" -> open.hidden = WordXml.isOn(xml);
            case "numId" -> open.list = value;
            case "ilvl" -> open.depth = WordXml.number(value);
            default -> { }
        }
    }

    /** 1 to 6; 0 for what is no heading. */
    int heading(@Nullable String key) {
        Style style = styles.get(key);
        if (style != null && style.name.equals("title")) {
            return 1;
        }
        Integer outline = inherited(key, one -> one.name.matches("heading [1-9]") ? Integer.valueOf(one.name.charAt(8) - '1') : one.outline);
        return heading(outline);
    }

    /** @param outline 0 for the highest level; 9, or null, for text */
    static int heading(@Nullable Integer outline) {
        return outline == null || outline < 0 || outline > 8 ? 0 : Math.min(DEEPEST_HEADING, outline + 1);
    }

    boolean isHidden(@Nullable String key) {
        return Boolean.TRUE.equals(inherited(key, style -> style.hidden));
    }

    boolean isContents(@Nullable String key) {
        Style style = styles.get(key);
        return style != null && style.name.matches("toc \\d|table of figures");
    }

    /** The list that paragraphs of a style are items of; null where they are of none. */
    @Nullable String list(@Nullable String key) {
        return inherited(key, style -> style.list);
    }

    /** 0-based. */
    int depth(@Nullable String key) {
        return Objects.requireNonNullElse(inherited(key, style -> style.depth), 0);
    }

    private <T> @Nullable T inherited(@Nullable String key, Function<Style, @Nullable T> what) {
        Style style = styles.get(key);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            T own = what.apply(style);
            if (own != null) {
                return own;
            }
            style = styles.get(style.base);
        }
        return null;
    }
}
