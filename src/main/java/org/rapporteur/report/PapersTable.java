package org.rapporteur.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.rapporteur.country.Countries;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Paper;

/** The list of papers received. */
final class PapersTable {

    private final Docx docx;
    private final Words words;

    PapersTable(Docx docx, Words words) {
        this.docx = docx;
        this.words = words;
    }

    void write(Draft draft) {
        docx.heading(1, words.say("papers"));
        List<Paper> papers = draft.papers().stream().sorted(Comparator.comparing((Paper paper) -> paper.countries().getFirst(),
                Countries.order(draft.language())).thenComparing(Paper::number)).toList();
        if (papers.isEmpty()) {
            docx.line("Normal").text(words.say("papers.none"));
            return;
        }
        docx.line("Normal").text(words.say("papers.intro", words.date(draft.draftedAt())));
        Table table = docx.table(words.say("papers.description"), List.of(column("countries", 25), column("number", 24),
                column("revision", 13), column("languages", 17), column("received", 16), column("passages", 13)));
        papers.stream().filter(paper -> paper.excluded() == null).forEach(paper -> table.row(cells(paper, draft)));
        apart(papers.stream().filter(paper -> paper.excluded() != null).toList(), draft);
    }

    /** That they came and why they are not used, and nothing of what they say. */
    private void apart(List<Paper> excluded, Draft draft) {
        if (excluded.isEmpty()) {
            return;
        }
        docx.heading(2, words.say("excluded"));
        docx.line("Normal").text(words.say("excluded.intro"));
        Table table = docx.table(words.say("excluded.description"), List.of(column("countries", 25), column("number", 24),
                column("received", 16), new Column(words.say("excluded.why"), 35)));
        excluded.forEach(paper -> table.row(List.of(countries(paper, draft), paper.number(), words.shortDate(paper.receivedAt()),
                words.say("excluded." + paper.excluded()))));
    }

    private Column column(String name, int share) {
        return new Column(words.say("papers." + name), share);
    }

    private List<String> cells(Paper paper, Draft draft) {
        String languages = paper.languages().stream().map(words::language).collect(Collectors.joining(", "));
        return List.of(countries(paper, draft), paper.number(), Integer.toString(paper.revision()), languages,
                words.shortDate(paper.receivedAt()), Integer.toString(paper.passages()));
    }

    private static String countries(Paper paper, Draft draft) {
        return paper.countries().stream().map(country -> Countries.name(country, draft.language())).collect(Collectors.joining(", "));
    }
}
