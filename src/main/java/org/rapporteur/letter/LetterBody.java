package org.rapporteur.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.WordUtils;

/** The paragraphs and lists of a letter, as plain text and as a page. */
final class LetterBody {

    private static final int WIDTH = 76;

    private final List<Block> blocks = new ArrayList<>();

    private sealed interface Block {}

    private record Paragraph(String text) implements Block {}

    private record Items(List<String> texts) implements Block {}

    LetterBody say(String paragraph) {
        blocks.add(new Paragraph(paragraph));
        return this;
    }

    /** A list below a sentence that leads to it; nothing at all where the list is empty. */
    LetterBody list(String lead, List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Paragraph(lead));
            blocks.add(new Items(List.copyOf(items)));
        }
        return this;
    }

    String text() {
        return blocks.stream().map(block -> switch (block) {
            case Paragraph paragraph -> wrapped(paragraph.text(), "");
            case Items items -> items.texts().stream().map(item -> "- " + wrapped(item, "  ")).collect(Collectors.joining("\n"));
        }).collect(Collectors.joining("\n\n")) + "\n";
    }

    String html(Locale language) {
        return blocks.stream().map(block -> switch (block) {
            case Paragraph paragraph -> "<p>" + escaped(paragraph.text()).replace("\n", "<br>") + "</p>";
            case Items items -> items.texts().stream().map(item -> "<li>" + escaped(item) + "</li>\n")
                    .collect(Collectors.joining("", "<ul>\n", "</ul>"));
        }).collect(Collectors.joining("\n", """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><style>
                body { font: 16px/1.5 Georgia, serif; color: #1d2327; max-width: 40em; overflow-wrap: anywhere; } li { margin-bottom: .4em; }
                </style></head><body>
                """.formatted(language.toLanguageTag()), "\n</body></html>\n"));
    }

    /** Lines that every mail program shows whole; a word longer than a line, such as a hash, stays whole. */
    private static String wrapped(String text, String indent) {
        return text.lines().map(line -> WordUtils.wrap(line, WIDTH - indent.length(), "\n" + indent, false))
                .collect(Collectors.joining("\n" + indent));
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }
}
