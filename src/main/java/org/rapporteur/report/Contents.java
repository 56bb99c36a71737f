package org.rapporteur.report;

import java.util.Map;
import org.rapporteur.report.Docx.Heading;
import org.rapporteur.report.PageNumbers.Asked;
import org.rapporteur.report.PageNumbers.Known;
import org.rapporteur.report.PageNumbers.Unknown;

/** The contents: a field that Word and LibreOffice can work out again, filled with what is known already. */
final class Contents {

    private static final String HEADINGS_OF_TWO_LEVELS = " TOC \\o \"1-2\" \\h \\z \\u ";

    /** About as wide as a page number, so that the lines break as they will. */
    private static final String NOT_YET = "00";

    private final Docx docx;
    private final Line end;

    /** Keeps the place; {@link #fill} comes when all headings are written. */
    Contents(Docx docx, Words words) {
        this.docx = docx;
        docx.line("ContentsHeading").text(words.say("contents"));
        end = docx.line("Normal");
    }

    void fill(PageNumbers numbers) {
        switch (numbers) {
            case Asked asked -> ask();
            case Known known -> answer(known.pages());
            case Unknown unknown -> {
                answer(Map.of());
                docx.leavePageNumbersToTheReader();
            }
        }
    }

    /** Without the field around them: LibreOffice drops the page fields of an index. */
    private void ask() {
        for (Heading heading : docx.headings()) {
            String field = " PAGEREF " + heading.bookmark() + " \\h ";
            before(heading).text(heading.text()).tab().field(field, NOT_YET);
        }
    }

    private void answer(Map<String, Integer> pages) {
        boolean first = true;
        for (Heading heading : docx.headings()) {
            Line line = before(heading);
            if (first) {
                line.fieldStart(HEADINGS_OF_TWO_LEVELS);
            }
            Integer page = pages.get(heading.bookmark());
            line.contentsEntry(heading.bookmark(), heading.text(), page == null ? "" : page.toString());
            first = false;
        }
        end.fieldEnd();
    }

    private Line before(Heading heading) {
        return docx.lineBefore(end, "TOC" + heading.level());
    }
}
