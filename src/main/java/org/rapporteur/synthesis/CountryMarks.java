package org.rapporteur.synthesis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;

/** The country and theme table: what the papers of each country say under each theme. */
final class CountryMarks {

    /** what was done has results; what is proposed or was rejected has none, whatever its paper hopes or fears of it */
    private static final Set<Status> DONE = EnumSet.of(Status.IN_PLACE, Status.TRIAL, Status.ENDED);

    private final Codebook codebook;
    private final Material material;
    private final Set<CountryCode> excluded;

    /** @param excluded countries with a paper of which nothing may be used */
    CountryMarks(Codebook codebook, Material material, Set<CountryCode> excluded) {
        this.codebook = codebook;
        this.material = material;
        this.excluded = Set.copyOf(excluded);
    }

    Draft.Marks of(CountryCode country) {
        List<Excerpt> excerpts = material.of(country);
        return new Draft.Marks(country, codebook.themes().stream().map(theme -> mark(country, under(theme, excerpts))).toList());
    }

    private List<Excerpt> under(Code theme, List<Excerpt> excerpts) {
        return excerpts.stream().filter(excerpt -> codebook.themeOf(excerpt.coding().code()).filter(theme::equals).isPresent()).toList();
    }

    private Draft.Mark mark(CountryCode country, List<Excerpt> under) {
        if (!material.hasRead(country)) {
            return excluded.contains(country) ? Draft.Mark.EXCLUDED : Draft.Mark.NO_PAPER;
        }
        return under.isEmpty() ? Draft.Mark.NOT_MENTIONED : reported(under);
    }

    private Draft.Mark reported(List<Excerpt> excerpts) {
        Outcome outcome = excerpts.stream().map(Excerpt::coding).filter(coding -> DONE.contains(coding.status()))
                .map(coding -> coding.outcome()).reduce(Outcome.NONE, Outcome::and);
        return switch (outcome) {
            case SUCCESS -> Draft.Mark.SUCCESS;
            case FAILURE -> Draft.Mark.FAILURE;
            case BOTH -> Draft.Mark.BOTH;
            case NONE -> described(excerpts);
        };
    }

    /** The furthest that any practice has come. */
    private Draft.Mark described(List<Excerpt> excerpts) {
        Set<Form> forms = EnumSet.noneOf(Form.class);
        excerpts.forEach(excerpt -> forms.add(form(excerpt)));
        return forms.contains(Form.COUNT) ? Draft.Mark.IN_PLACE
                : forms.contains(Form.ENDED) ? Draft.Mark.ENDED
                : forms.contains(Form.PROPOSAL) ? Draft.Mark.PLANNED : Draft.Mark.REJECTED;
    }

    private Form form(Excerpt excerpt) {
        return codebook.find(excerpt.coding().code()).map(code -> Form.of(code, excerpt.coding().status()))
                .orElseGet(() -> Form.counting(excerpt.coding().status()));
    }
}
