package org.rapporteur.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A document in force as it is exchanged.
 *
 * @param ordinal 1-based place among the documents of its paper that are exchanged
 * @param text whole, with line ends {@code \n}; or only its passages that everybody may see
 * @param passages those that are exchanged, in order, with where they stand in the text; never empty
 * @param codings on them, by the key of the passage; of every coder, rejections too
 */
record ExchangedDocument(int ordinal, String text, List<Standing> passages, Map<Long, List<ExchangedCoding>> codings) {

    ExchangedDocument {
        passages = List.copyOf(passages);
    }

    /**
     * A passage in the text that is exchanged.
     *
     * @param start 0-based offset in the text, UTF-16 code units
     * @param end after its last character
     */
    record Standing(CitedPassage cited, int start, int end) {}

    SubmissionNumber paper() {
        return first().submission();
    }

    CitedPassage first() {
        return passages.getFirst().cited();
    }

    /** "MCH-2004-NOR-001 Norway, annex". */
    String name() {
        CitedPassage first = first();
        String countries = String.join("/", first.countries().stream().map(country -> Countries.name(country, Locale.ENGLISH)).toList());
        return first.submission() + " " + countries + (first.role() == DocumentRole.MAIN ? "" : first.role() == DocumentRole.ANNEX ? ", annex"
                : ", " + first.documentLanguage());
    }

    List<ExchangedCoding> codings(CitedPassage cited) {
        return codings.getOrDefault(cited.passage().id(), List.of());
    }
}
