package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.passage.CitedPassage;

/**
 * A passage as the reader shows it, with the headings that stand before it and not already before an earlier one.
 *
 * @param document title of the document that begins here ("Annex"); null within a document and for the main paper
 * @param headings that begin here, the outermost first
 * @param cited the passage
 * @param citation "Korea, para. 12"
 * @param labels its codes; may be empty
 * @param rejected codes that people rejected; may be empty
 */
record PaperLine(@Nullable String document, List<Heading> headings, CitedPassage cited, String citation,
        List<Label> labels, List<Label> rejected) {

    /** A heading: its level on the page, 2 to 6, for 1 is the head of the paper; and its text. */
    record Heading(int level, String text) {}

    PaperLine {
        headings = List.copyOf(headings);
        labels = List.copyOf(labels);
        rejected = List.copyOf(rejected);
    }

    /** Whether a code of a theme with this name stands on it. */
    public boolean hasTheme(String name) {
        return labels.stream().anyMatch(label -> name.equals(label.theme()));
    }

    /** The passages of a paper, in order. */
    static List<PaperLine> of(List<CitedPassage> paper, Map<Long, List<EffectiveCoding>> codings, Map<Long, List<Decision>> standing,
            Codebook codebook) {
        List<PaperLine> lines = new ArrayList<>();
        CitedPassage before = null;
        for (CitedPassage cited : paper) {
            boolean begins = before == null || before.passage().extraction() != cited.passage().extraction();
            List<String> above = begins || before == null ? List.of() : before.passage().locator().headingPath();
            lines.add(new PaperLine(begins ? document(cited) : null, begun(above, cited.passage().locator().headingPath()), cited,
                    cited.citation(Locale.ENGLISH), Label.of(cited.passage().text(), codings.getOrDefault(cited.passage().id(), List.of()),
                            standing.getOrDefault(cited.passage().id(), List.of()), codebook),
                    Label.rejected(standing.getOrDefault(cited.passage().id(), List.of()), codebook)));
            before = cited;
        }
        return lines;
    }

    private static List<Heading> begun(List<String> above, List<String> path) {
        int same = 0;
        while (same < Math.min(above.size(), path.size()) && above.get(same).equals(path.get(same))) {
            same++;
        }
        List<Heading> begun = new ArrayList<>();
        for (int level = same; level < path.size(); level++) {
            begun.add(new Heading(Math.min(6, level + 2), path.get(level)));
        }
        return begun;
    }

    private static @Nullable String document(CitedPassage first) {
        return switch (first.role()) {
            case MAIN -> null;
            case ANNEX -> "Annex";
            case LANGUAGE_VERSION -> "Language version: " + Locale.forLanguageTag(first.documentLanguage()).getDisplayLanguage(Locale.ENGLISH);
        };
    }
}
