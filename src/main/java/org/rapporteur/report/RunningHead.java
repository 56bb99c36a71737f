package org.rapporteur.report;

import org.rapporteur.synthesis.Draft;

/** What stands at the top and the foot of every page but the first. */
final class RunningHead {

    private final Docx docx;
    private final Words words;

    RunningHead(Docx docx, Words words) {
        this.docx = docx;
        this.words = words;
    }

    void write(Draft draft) {
        docx.header().text(TitlePage.symbol(draft)).tab().text(draft.call().content().classification());
        String title = draft.call().content().title() + " · " + words.say("status", draft.ordinal());
        String[] page = words.say("page", "\n", "\n").split("\n", -1);
        docx.footer().text(title).tab()
                .text(page[0]).field(" PAGE ", "2").text(page[1]).field(" NUMPAGES ", "2").text(page[2]);
    }
}
