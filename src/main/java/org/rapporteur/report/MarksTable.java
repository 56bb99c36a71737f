package org.rapporteur.report;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.country.Countries;
import org.rapporteur.synthesis.Draft;
import org.rapporteur.synthesis.Draft.Mark;

/** The country and theme table; a mark is a sign and a word, never a colour. */
final class MarksTable {

    private final Docx docx;
    private final Words words;

    MarksTable(Docx docx, Words words) {
        this.docx = docx;
        this.words = words;
    }

    void write(Draft draft) {
        docx.heading(1, words.say("marks"));
        docx.line("Normal").text(words.say("marks.intro"));
        legend();
        Table table = docx.table(words.say("marks.description"), columns(draft));
        draft.marks().forEach(row -> {
            List<String> cells = new ArrayList<>();
            cells.add(Countries.name(row.country(), draft.language()));
            row.marks().forEach(mark -> cells.add(words.say("mark." + mark)));
            table.row(cells);
        });
    }

    private void legend() {
        Line line = docx.line("Legend");
        String between = "";
        for (Mark mark : Mark.values()) {
            line.text(between).text(words.say("mark." + mark)).text(": " + words.say("legend." + mark), "Label");
            between = "; ";
        }
    }

    private List<Column> columns(Draft draft) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.say("marks.country"), 3));
        draft.chapters().forEach(chapter -> columns.add(new Column(chapter.heading(), 2)));
        return columns;
    }
}
