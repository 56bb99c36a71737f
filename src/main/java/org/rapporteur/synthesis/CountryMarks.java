package org.rapporteur.synthesis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;

/** The country and theme table: what the papers of each country say under each theme. */
final class CountryMarks {

    private final Codebook codebook;
    private final List<CitedPassage> inForce;
    private final Map<Long, List<EffectiveCoding>> codings;

    /** @param inForce every passage in force, also those that must not be quoted: a mark quotes nothing */
    CountryMarks(Codebook codebook, List<CitedPassage> inForce, Map<Long, List<EffectiveCoding>> codings) {
        this.codebook = codebook;
        this.inForce = inForce;
        this.codings = codings;
    }

    Draft.Marks of(CountryCode country) {
        List<CitedPassage> passages = inForce.stream().filter(cited -> cited.countries().contains(country)).toList();
        return new Draft.Marks(country, codebook.themes().stream().map(theme -> mark(passages, theme)).toList());
    }

    private Draft.Mark mark(List<CitedPassage> passages, Code theme) {
        List<EffectiveCoding> under = passages.stream()
                .flatMap(cited -> codings.getOrDefault(cited.passage().id(), List.of()).stream())
                .filter(coding -> codebook.themeOf(coding.code()).filter(theme::equals).isPresent()).toList();
        if (passages.isEmpty()) {
            return Draft.Mark.NO_PAPER;
        }
        return under.isEmpty() ? Draft.Mark.NOT_MENTIONED : reported(under);
    }

    private static Draft.Mark reported(List<EffectiveCoding> codings) {
        Set<Status> statuses = new HashSet<>();
        Outcome outcome = Outcome.NONE;
        for (EffectiveCoding coding : codings) {
            statuses.add(coding.status());
            outcome = outcome.and(coding.outcome());
        }
        return switch (outcome) {
            case SUCCESS -> Draft.Mark.SUCCESS;
            case FAILURE -> Draft.Mark.FAILURE;
            case BOTH -> Draft.Mark.BOTH;
            case NONE -> statuses.equals(Set.of(Status.PROPOSED)) ? Draft.Mark.PLANNED : Draft.Mark.IN_PLACE;
        };
    }
}
