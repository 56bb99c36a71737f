package org.rapporteur.report;

import java.util.ArrayList;
import java.util.List;

/** Counts what is checked and keeps a sentence for everything that does not hold. */
final class Facts {

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    void check(boolean holds, String sentence, Object... values) {
        checked++;
        if (!holds) {
            wrong.add(sentence.formatted(values));
        }
    }

    int checked() {
        return checked;
    }

    List<String> wrong() {
        return wrong;
    }
}
