package org.rapporteur.report;

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
        if (draft.papers().isEmpty()) {
            docx.line("Normal").text(words.say("papers.none"));
            return;
        }
        docx.line("Normal").text(words.say("papers.intro", words.date(draft.draftedAt())));
        Table table = docx.table(words.say("papers.description"), List.of(column("countries", 25), column("number", 24),
                column("revision", 13), column("languages", 17), column("received", 16), column("passages", 13)));
        draft.papers().forEach(paper -> table.row(cells(paper, draft)));
    }

    private Column column(String name, int share) {
        return new Column(words.say("papers." + name), share);
    }

    private List<String> cells(Paper paper, Draft draft) {
        String countries = paper.countries().stream().map(country -> Countries.name(country, draft.language()))
                .collect(Collectors.joining(", "));
        String languages = paper.languages().stream().map(words::language).collect(Collectors.joining(", "));
        return List.of(countries, paper.number(), Integer.toString(paper.revision()), languages,
                words.shortDate(paper.receivedAt()), Integer.toString(paper.passages()));
    }
}
