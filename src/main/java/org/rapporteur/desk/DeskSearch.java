package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Coded;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.search.Field;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.QueryReader;
import org.rapporteur.search.QueryReading;
import org.rapporteur.search.Results;
import org.springframework.stereotype.Component;

/** Searches as the search page asks: several themes and countries may be chosen, and what else could be chosen is counted. */
@Component
class DeskSearch {

    /** the search looks for every word in every language, and its engine refuses a query of over a thousand parts */
    private static final int MOST_WORDS = 100;

    private final PassageSearch search;
    private final Calls calls;
    private final Coded coded;

    DeskSearch(PassageSearch search, Calls calls, Coded coded) {
        this.search = search;
        this.calls = calls;
        this.coded = coded;
    }

    Found find(SearchForm form, boolean restricted) {
        List<String> notices = new ArrayList<>(form.leftOut());
        PassageQuery words = words(form.query(), notices);
        List<PassageQuery> themes = filters(Field.THEME, form.themes());
        List<PassageQuery> countries = filters(Field.COUNTRY, values(form.countries()));
        Call call = calls.current();
        Results found = search.search(all(words, themes, countries), call.code(), restricted, form.offset(), SearchForm.PAGE_SIZE);
        // what a choice would leave is counted as though nothing of its own kind were chosen, or nothing could be added to it
        Results anyTheme = themes.isEmpty() ? found : search.search(all(words, countries), call.code(), restricted, 0, 1);
        Results anyCountry = countries.isEmpty() ? found : search.search(all(words, themes), call.code(), restricted, 0, 1);
        List<Code> known = coded.codebook(call).themes();
        return new Found(found.total(), found.hits().stream().map(hit -> hit(hit, known)).toList(),
                themes(known, counts(anyTheme, Field.THEME), form.themes()),
                countries(counts(anyCountry, Field.COUNTRY), form.countries()), notices);
    }

    private static PassageQuery words(String query, List<String> notices) {
        if (query.split("[\\s\\p{Punct}]+", MOST_WORDS + 2).length > MOST_WORDS + 1) {
            notices.add("The query has more than %d words, and was left out; take those that matter most.".formatted(MOST_WORDS));
            return new PassageQuery.All();
        }
        return switch (QueryReader.read(query)) {
            case QueryReading.Understood understood -> understood.query();
            case QueryReading.Mistaken mistaken -> {
                notices.add(mistaken.sentence());
                yield mistaken.query();
            }
        };
    }

    @SafeVarargs
    private static PassageQuery all(PassageQuery words, List<PassageQuery>... filters) {
        List<PassageQuery> parts = new ArrayList<>(List.of(words));
        Stream.of(filters).filter(any -> !any.isEmpty())
                .map(any -> any.size() == 1 ? any.getFirst() : new PassageQuery.Or(any)).forEach(parts::add);
        return new PassageQuery.And(parts);
    }

    private static List<PassageQuery> filters(Field field, Collection<String> values) {
        return values.stream().<PassageQuery>map(value -> new PassageQuery.Filter(field, value)).toList();
    }

    private static Found.Hit hit(org.rapporteur.search.Hit hit, List<Code> themes) {
        return new Found.Hit(hit.passage(), hit.submission(), hit.citation(), hit.headingPath(), hit.language(),
                Piece.of(hit.text(), hit.marks()),
                themes.stream().filter(theme -> hit.themes().contains(theme.id().value())).map(DeskSearch::name).toList());
    }

    private static List<Found.Choice> themes(List<Code> known, Map<String, Integer> counts, Set<String> chosen) {
        Map<String, String> names = known.stream().collect(Collectors.toMap(theme -> theme.id().value(), DeskSearch::name));
        Set<String> values = known.stream().map(theme -> theme.id().value()).collect(Collectors.toCollection(LinkedHashSet::new));
        values.addAll(chosen);
        return values.stream().map(value -> new Found.Choice(value, names.getOrDefault(value, value), counts.getOrDefault(value, 0),
                chosen.contains(value))).toList();
    }

    private static List<Found.Choice> countries(Map<String, Integer> counts, Set<CountryCode> chosen) {
        return Stream.concat(counts.keySet().stream().map(value -> new CountryCode(value.toUpperCase(Locale.ROOT))), chosen.stream())
                .distinct().sorted(Countries.order(Locale.ENGLISH))
                .map(country -> new Found.Choice(country.value(), Countries.name(country, Locale.ENGLISH),
                        counts.getOrDefault(country.value().toLowerCase(Locale.ROOT), 0), chosen.contains(country)))
                .toList();
    }

    private static Map<String, Integer> counts(Results results, Field field) {
        return results.facets().getOrDefault(field, List.of()).stream()
                .collect(Collectors.toMap(Results.Count::value, Results.Count::passages));
    }

    private static List<String> values(Set<CountryCode> countries) {
        return countries.stream().map(CountryCode::value).toList();
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
