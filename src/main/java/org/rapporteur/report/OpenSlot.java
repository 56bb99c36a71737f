package org.rapporteur.report;

import java.util.Comparator;
import java.util.List;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Chapter;
import org.rapporteur.synthesis.Statement;

/** A chapter that people write: what belongs there and, for the summary, the findings that most countries share, word for word. */
final class OpenSlot {

    private static final int OF_A_THEME = 4;

    private final Docx docx;
    private final Words words;
    private final References references;

    OpenSlot(Docx docx, Words words, References references) {
        this.docx = docx;
        this.words = words;
        this.references = references;
    }

    /** @param name {@code conclusions} or {@code recommendations} */
    void write(String name) {
        docx.heading(1, words.say(name));
        docx.line("Slot").text(words.say("slot"));
        docx.line("SlotHint").text(words.say(name + ".hint"));
    }

    /** The summary, with the findings that most countries share as its material. */
    void summary(Draft draft) {
        write("summary");
        List<Chapter> counting = draft.chapters().stream().filter(chapter -> !counted(chapter).isEmpty()).toList();
        docx.line("FindingsHeading").text(words.say(counting.isEmpty() ? "slot.none" : "slot.findings"));
        counting.forEach(this::findings);
    }

    private void findings(Chapter chapter) {
        docx.line("FindingsTheme").text(chapter.heading());
        for (Statement statement : counted(chapter)) {
            String place = words.say("slot.paragraph", references.paragraph(statement));
            docx.line("Finding").text(statement.text() + " (").linkTo(References.bookmark(statement), place).text(")");
        }
    }

    /** Those that most countries share, in the order of the report: a summary has one page, and has to leave room to write. */
    private static List<Statement> counted(Chapter chapter) {
        List<Statement> counted = chapter.sections().stream().flatMap(section -> section.statements().stream())
                .filter(statement -> statement.counted() != null && statement.form().equals("count")).toList();
        List<Statement> widest = counted.stream().sorted(Comparator.comparing(Statement::counted).reversed()).limit(OF_A_THEME).toList();
        return counted.stream().filter(widest::contains).toList();
    }
}
