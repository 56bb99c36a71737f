package org.rapporteur.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.Borrowed;

/**
 * What is said beside a passage that is not all its country's own.
 *
 * @param sentence where its words come from
 * @param consequence what follows from it; empty where nothing does
 * @param counts whether the passage as a whole is evidence all the same
 * @param declaredBy who said that it is the country's own; null where nobody did
 */
record OwnNote(String sentence, String consequence, boolean counts, @Nullable String declaredBy) {

    private static final int MOST_NAMED = 5;

    static OwnNote of(Borrowed borrowed) {
        boolean none = borrowed.stretches().isEmpty() || borrowed.declaredBy() != null;
        return new OwnNote(switch (borrowed.from()) {
            case CALL -> share(borrowed) + " repeats the call.";
            case RECURRING, SHARED -> "%s also stands in %s.".formatted(share(borrowed), others(borrowed));
            case COVER -> "Cover page.";
            case FORM -> "A form to be filled in.";
        }, none ? "" : borrowed.shared() == borrowed.words() ? "Nothing is counted on it." : "Nothing is counted on those words.",
                !borrowed.isNoEvidence(), borrowed.declaredBy());
    }

    private static String share(Borrowed borrowed) {
        return borrowed.shared() == borrowed.words() ? "All of it" : "%d %% of it".formatted(Math.round(100.0 * borrowed.shared() / borrowed.words()));
    }

    private static String others(Borrowed borrowed) {
        List<String> names = borrowed.others().stream().map(country -> Countries.name(country, Locale.ENGLISH)).toList();
        return names.isEmpty() ? "a paper of another country" : names.size() > MOST_NAMED ? "the papers of %d other countries".formatted(names.size())
                : (names.size() == 1 ? "the paper of " : "the papers of ") + names.stream().collect(Collectors.joining(", "));
    }
}
