package org.rapporteur.desk;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Instrument;
import org.rapporteur.coding.Outcome;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.search.Field;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Charts for working use, of what the visitor may see. */
@Component
class Charts {

    private final Coded coded;
    private final PassageSearch search;
    private final Submissions submissions;

    Charts(Coded coded, PassageSearch search, Submissions submissions) {
        this.coded = coded;
        this.search = search;
        this.submissions = submissions;
    }

    List<Chart> of(Call call, Visitor visitor) {
        Codebook codebook = coded.codebook(call);
        return Stream.of(themes(call, codebook, visitor), instruments(call, codebook, visitor), outcomes(call, codebook, visitor), papers(call))
                .filter(chart -> !chart.rows().isEmpty()).toList();
    }

    private Chart themes(Call call, Codebook codebook, Visitor visitor) {
        List<Code> themes = codebook.themes();
        return byCountry("themes", "Passages per theme and country", themes.stream().map(theme -> theme.name().in(Locale.ENGLISH)).toList(),
                themes.stream().map(theme -> counts(call, new PassageQuery.Filter(Field.THEME, theme.id().value()), Field.COUNTRY, visitor)).toList());
    }

    private Chart instruments(Call call, Codebook codebook, Visitor visitor) {
        return byCountry("instruments", "Passages on carrots and on sticks", List.of("Carrots", "Sticks"), Stream.of(Instrument.CARROT, Instrument.STICK)
                .map(instrument -> codebook.all().stream().filter(code -> codebook.instrumentOf(code.id()).filter(instrument::equals).isPresent())
                        .<PassageQuery>map(code -> new PassageQuery.Filter(Field.CODE, code.id().value())).toList())
                .map(codes -> codes.isEmpty() ? Map.<String, Integer>of() : counts(call, new PassageQuery.Or(codes), Field.COUNTRY, visitor)).toList());
    }

    private Chart outcomes(Call call, Codebook codebook, Visitor visitor) {
        List<Map<String, Integer>> counts = Stream.of(Outcome.SUCCESS, Outcome.FAILURE).map(outcome -> counts(call, new PassageQuery.Or(
                List.of(new PassageQuery.Filter(Field.OUTCOME, outcome.word()), new PassageQuery.Filter(Field.OUTCOME, Outcome.BOTH.word()))), Field.THEME, visitor)).toList();
        return new Chart("outcomes", "Passages that report a success or a failure, per theme", List.of("Successes", "Failures"), codebook.themes().stream()
                .map(theme -> new Chart.Row(theme.name().in(Locale.ENGLISH), counts.stream().map(count -> count.getOrDefault(theme.id().value(), 0)).toList())).toList(), false);
    }

    /** Of every paper its first revision counts. */
    private Chart papers(Call call) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        submissions.inForce(call.id()).stream().map(Revision::submission).flatMap(submission -> submissions.revisions(call.id(), submission.countries().getFirst()).stream()
                .filter(revision -> revision.submission().id() == submission.id()).limit(1))
                .forEach(first -> months.merge(YearMonth.from(first.acceptedAt().atOffset(ZoneOffset.UTC)), 1, Integer::sum));
        return new Chart("papers", "Papers accepted, by month", List.of("Papers"),
                months.entrySet().stream().map(month -> new Chart.Row(month.getKey().toString(), List.of(month.getValue()))).toList(), false);
    }

    private static Chart byCountry(String key, String title, List<String> series, List<Map<String, Integer>> counts) {
        Set<CountryCode> countries = new TreeSet<>(Countries.order(Locale.ENGLISH));
        counts.forEach(count -> count.keySet().forEach(country -> countries.add(new CountryCode(country.toUpperCase(Locale.ROOT)))));
        return new Chart(key, title, series, countries.stream().map(country -> new Chart.Row(Countries.name(country, Locale.ENGLISH),
                counts.stream().map(count -> count.getOrDefault(country.value().toLowerCase(Locale.ROOT), 0)).toList())).toList(), true);
    }

    private Map<String, Integer> counts(Call call, PassageQuery query, Field field, Visitor visitor) {
        return search.counts(query, call.code(), visitor.seesRestricted(), field).stream().collect(Collectors.toMap(count -> count.value(), count -> count.passages()));
    }
}
