package org.rapporteur.synthesis;

import java.util.Comparator;
import java.util.List;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;

/** A passage seen under a code. */
record Excerpt(CitedPassage cited, EffectiveCoding coding) {

    /** What people confirmed first, then the higher score, then the order of the papers. */
    static final Comparator<Excerpt> BEST_FIRST = Comparator
            .comparing((Excerpt excerpt) -> excerpt.coding().confirmed()).reversed()
            .thenComparing(Comparator.comparingDouble((Excerpt excerpt) -> excerpt.coding().score()).reversed())
            .thenComparing(excerpt -> excerpt.cited().submission().toString())
            .thenComparing(excerpt -> excerpt.cited().passage().locator().start())
            .thenComparing(excerpt -> excerpt.cited().passage().id());

    /** In whose name the passage speaks when one country has to be named: the one of the paper's number. */
    CountryCode voice() {
        return countries().getFirst();
    }

    List<CountryCode> countries() {
        return cited.countries();
    }

    String text() {
        return cited.passage().text();
    }
}
