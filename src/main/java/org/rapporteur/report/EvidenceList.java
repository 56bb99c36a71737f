package org.rapporteur.report;

import java.util.List;
import org.rapporteur.report.References.Entry;
import org.rapporteur.synthesis.Evidence;
import org.rapporteur.synthesis.Statement;

/** Every passage cited, whole: the place where citations lead, and from which one comes back or goes on to the desk. */
final class EvidenceList {

    private final Docx docx;
    private final Words words;
    private final References references;
    private final ReportSettings settings;

    EvidenceList(Docx docx, Words words, References references, ReportSettings settings) {
        this.docx = docx;
        this.words = words;
        this.references = references;
        this.settings = settings;
    }

    void write() {
        docx.heading(1, words.say("evidence"));
        List<Entry> entries = references.entries();
        docx.line("Normal").text(words.say(entries.isEmpty() ? "evidence.none" : "evidence.intro"));
        entries.forEach(this::entry);
    }

    private void entry(Entry entry) {
        Evidence evidence = entry.evidence();
        Line head = docx.line("EvidenceEntry").text(entry.number() + ".").tab();
        entry.bookmarks().forEach(head::mark);
        head.text(evidence.citation()).text("  " + evidence.submission(), "Label");
        docx.line("EvidenceText").inDirectionOf(evidence.text()).textIn(evidence.language(), evidence.text());
        Line links = docx.line("EvidenceLinks");
        cited(links, List.copyOf(entry.statements()));
        links.text(" · ").linkOut(settings.passage(evidence.passage()), words.say("evidence.desk"));
    }

    private void cited(Line links, List<Statement> statements) {
        String before = words.say("evidence.cited", statements.size()) + " ";
        for (Statement statement : statements) {
            String paragraph = Integer.toString(references.paragraph(statement));
            links.text(before).linkTo(References.bookmark(statement), paragraph);
            before = ", ";
        }
    }
}
