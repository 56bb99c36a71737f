package org.rapporteur.report;

import java.util.List;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Section;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;

/** A chapter for each theme, a section for each question, a numbered paragraph for each statement. */
final class Chapters {

    private final Docx docx;
    private final Words words;
    private final References references;

    Chapters(Docx docx, Words words, References references) {
        this.docx = docx;
        this.words = words;
        this.references = references;
    }

    void write(Draft draft) {
        draft.chapters().forEach(chapter -> {
            docx.heading(1, chapter.heading());
            chapter.sections().forEach(this::section);
        });
    }

    private void section(Section section) {
        docx.heading(2, section.heading());
        if (!section.question().isBlank() && !saysTheSame(section.heading(), section.question())) {
            docx.line("Question").text(section.question());
        }
        section.statements().forEach(this::statement);
        if (section.statements().isEmpty()) {
            docx.line("NothingFound").text(words.say("section.nothing"));
        }
    }

    /** A heading that already asks the question needs no question below it. */
    private static boolean saysTheSame(String heading, String question) {
        return question.replaceAll("[\\p{P}\\s]", "").equalsIgnoreCase(heading.replaceAll("[\\p{P}\\s]", ""));
    }

    private void statement(Statement statement) {
        Line line = docx.line("NumberedParagraph").text(references.paragraph(statement) + ".").tab();
        line.marked(References.bookmark(statement), statement.text());
        cite(line, statement.evidence().stream().filter(evidence -> evidence.quotation() == null).toList());
        List<Evidence> quoted = statement.evidence().stream().filter(evidence -> evidence.quotation() != null).toList();
        if (statement.text().endsWith(":") && quoted.size() == 1) {
            quote(line.text(" "), quoted.getFirst());
        } else {
            quoted.forEach(evidence -> quote(docx.line("Quotation"), evidence));
            line.keepWithNext(!quoted.isEmpty());
        }
    }

    private static void cite(Line line, List<Evidence> cited) {
        String before = " (";
        for (Evidence evidence : cited) {
            line.text(before).linkTo(References.bookmark(evidence), unbroken(evidence.citation()));
            before = "; ";
        }
        line.text(cited.isEmpty() ? "" : ")");
    }

    private static void quote(Line line, Evidence evidence) {
        QuotationMarks marks = QuotationMarks.of(evidence.language());
        line.textIn(evidence.language(), marks.opening() + evidence.quotation() + marks.closing())
                .text(" (").linkTo(References.bookmark(evidence), unbroken(evidence.citation())).text(").");
    }

    /** Keeps "para." and its number on one line. */
    private static String unbroken(String citation) {
        return citation.replaceFirst(" (?=\\S+$)", "\u00a0");
    }
}
