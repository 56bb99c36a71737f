package org.rapporteur.report;

import java.util.stream.Stream;
import org.rapporteur.synthesis.Draft;

/** The last page: how the draft was made, so that a reader can judge its counts. */
final class MethodNote {

    private final Docx docx;
    private final Words words;

    MethodNote(Docx docx, Words words) {
        this.docx = docx;
        this.words = words;
    }

    void write(Draft draft) {
        docx.heading(1, words.say("method"));
        docx.line("Normal").text(words.say("method.reading", draft.papersRead()));
        Stream.of("method.coding", "method.counting", "method.quoting", "method.silent")
                .forEach(key -> docx.line("Normal").text(words.say(key)));
    }
}
