package org.rapporteur.passage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A passage together with the paper it comes from: all that is needed to cite it.
 *
 * @param passage the passage
 * @param submission the number of the paper
 * @param revision 1-based ordinal of the latest revision that carries its document
 * @param inForce whether that revision is the latest accepted
 * @param role what its document is in that revision
 * @param documentLanguage in which its document is, ISO 639-1 or {@code und}; the passage may be in another
 * @param countries whom the paper stands for; never empty
 * @param access the stricter one of paper and passage; the rule of a text that was lost on the way counts as one of the paper
 * @param attribution likewise
 */
public record CitedPassage(Passage passage, SubmissionNumber submission, int revision, boolean inForce, DocumentRole role,
        String documentLanguage, List<CountryCode> countries, Access access, Attribution attribution) {

    public CitedPassage {
        countries = List.copyOf(countries);
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("submission " + submission + " stands for no country");
        }
    }

    /** How it is printed: "Korea, para. 12"; an annex and a language version say so. */
    public String citation(Locale language) {
        String names = countries.stream().map(country -> Countries.name(country, language)).collect(Collectors.joining("/"));
        return names + document() + ", " + place();
    }

    private String document() {
        return switch (role) {
            case MAIN -> "";
            case ANNEX -> ", annex";
            case LANGUAGE_VERSION -> " (" + documentLanguage + ")";
        };
    }

    private String place() {
        String paragraph = passage.locator().paragraph();
        if (paragraph != null) {
            return (paragraph.contains("-") ? "paras. " : "para. ") + paragraph;
        }
        Integer page = passage.locator().page();
        return page == null ? "opening text" : "p. " + page;
    }
}
