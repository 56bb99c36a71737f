package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Sisters;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Sentences;
import org.rapporteur.search.Field;
import org.rapporteur.search.Hit;
import org.rapporteur.search.Order;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.PlainWords;
import org.rapporteur.search.QueryReader;
import org.rapporteur.search.QueryReading;
import org.rapporteur.search.Results;
import org.rapporteur.search.SlowQuery;
import org.rapporteur.search.TooBroadQuery;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Searches as the search page asks: several values of each field may be chosen or left out, and what else could be chosen is counted. */
@Component
class DeskSearch {

    /** the search looks for every word in every language, and its engine refuses a query of over a thousand parts */
    private static final int MOST_WORDS = 100;
    private static final int MOST_IN_A_PAPER = 2_000;
    /** where fewer passages have all the words, those that have some of them are shown too */
    private static final int FEW = 10;

    private static final Pattern PLAIN = Pattern.compile("(?U)[\"“”«»]?([\\p{L}\\p{N}][\\p{L}\\p{N}'’ -]{2,99})[\"“”«»]?");

    private final PassageSearch search;
    private final Calls calls;
    private final Coded coded;
    private final Passages passages;
    private final Sisters sisters;

    DeskSearch(PassageSearch search, Calls calls, Coded coded, Passages passages, Sisters sisters) {
        this.search = search;
        this.calls = calls;
        this.coded = coded;
        this.passages = passages;
        this.sisters = sisters;
    }

    Found find(SearchForm form, Visitor visitor) {
        Call call = calls.current();
        Codebook codebook = coded.codebook(call);
        List<String> notices = new ArrayList<>(form.leftOut());
        List<String> notes = new ArrayList<>();
        if (form.like().isPresent()) {
            Optional<CitedPassage> cited = passages.find(form.like().get()).filter(visitor::sees);
            cited.ifPresentOrElse(passage -> notes.add("These passages say the like of %s.".formatted(passage.citation(Locale.ENGLISH))),
                    () -> notices.add("There is no such passage; nothing was searched for."));
            Results alike = cited.map(passage -> search.like(passage.passage().text(), passage.passage().language(), passage.passage().id(), call.code(),
                    visitor.seesRestricted(), form.offset(), SearchForm.PAGE_SIZE)).orElseGet(() -> new Results(0, List.of(), Map.of()));
            return new Found(alike.total(), hits(alike, codebook), List.of(), notices, notes, null, null, List.of(), 0);
        }
        try {
            return find(form, visitor, call, codebook, words(form, call, notices), notices, notes);
        } catch (TooBroadQuery | SlowQuery unanswered) {
            notices.add(unanswered.getMessage());
            return new Found(0, List.of(), List.of(), notices, notes, null, null, List.of(), 0);
        }
    }

    private Found find(SearchForm form, Visitor visitor, Call call, Codebook codebook, PassageQuery words, List<String> notices, List<String> notes) {
        Optional<PassageQuery.Most> most = form.alone() ? Optional.empty() : PlainWords.of(form.query());
        long whole = most.isEmpty() ? FEW : search.search(query(words, form, null), call.code(), visitor.seesRestricted(), 0, 1).total();
        if (whole >= FEW) {
            return found(form, visitor, call, codebook, words, notices, notes, null);
        }
        Found found = found(form, visitor, call, codebook, new PassageQuery.Rather(words, List.of(most.orElseThrow())), notices, notes,
                whole == 0 ? meant(form, call, visitor) : null);
        return found.total() == whole ? found : found.saying(whole == 0 ? "No passage has all of these words; these have some of them, the nearest first."
                : "%s all of these words; those that have some of them follow.".formatted(whole == 1 ? "One passage has" : whole + " passages have"));
    }

    /** @param meant what may have been meant besides; null where it is asked for only if nothing is found */
    private Found found(SearchForm form, Visitor visitor, Call call, Codebook codebook, PassageQuery words, List<String> notices, List<String> notes,
            Found.@Nullable Meant meant) {
        PassageQuery asked = query(words, form, null);
        Results found = form.byPaper() ? search.byPaper(asked, call.code(), visitor.seesRestricted(), form.order(), form.offset(), SearchForm.PAGE_SIZE, SearchForm.OF_A_PAPER)
                : search.search(asked, call.code(), visitor.seesRestricted(), form.order(), form.offset(), SearchForm.PAGE_SIZE);
        // what a choice would leave is counted as though nothing of its own field were chosen, or nothing could be added to it
        SearchFacets names = new SearchFacets(call, codebook, form);
        List<Found.Facet> facets = SearchForm.FIELDS.stream().map(field -> names.of(field, form.only().containsKey(field) || form.without().containsKey(field)
                ? search.counts(query(words, form, field), call.code(), visitor.seesRestricted(), field) : found.facets().getOrDefault(field, List.of())))
                .filter(facet -> !facet.choices().isEmpty()).toList();
        return new Found(found.total(), hits(found, codebook), facets, notices, notes, meant != null || found.total() > 0 ? meant : meant(form, call, visitor),
                sister(form, call), papers(found, form),
                found.paperTotal());
    }

    /** Where a query is answered in a paper, by passage; nothing where it cannot be answered. */
    Map<Long, List<Sentences.Span>> inPaper(String query, SubmissionNumber paper, Visitor visitor) {
        Call call = calls.current();
        SearchForm form = SearchForm.of(new LinkedMultiValueMap<>(Map.of("q", List.of(query))));
        PassageQuery within = new PassageQuery.And(List.of(words(form, call, new ArrayList<>()), new PassageQuery.Filter(Field.SUBMISSION, paper.value())));
        try {
            return search.search(within, call.code(), visitor.seesRestricted(), Order.PLACE, 0, MOST_IN_A_PAPER).hits().stream().collect(Collectors.toMap(Hit::passage, Hit::marks));
        } catch (TooBroadQuery | SlowQuery unanswered) {
            return Map.of();
        }
    }

    /**
     * How many passages of each country a query finds.
     *
     * @param notices a sentence for each thing that was not searched as it was asked
     * @param total null where nothing could be searched
     */
    record Counted(@Nullable Long total, Map<CountryCode, Integer> countries, List<String> notices) {}

    /** Searches for what was typed, as the search page does, and counts. */
    Counted byCountry(String query, Visitor visitor) {
        Call call = calls.current();
        SearchForm form = SearchForm.of(new LinkedMultiValueMap<>(Map.of("q", List.of(query))));
        List<String> notices = new ArrayList<>();
        try {
            Results found = search.search(words(form, call, notices), call.code(), visitor.seesRestricted(), 0, 1);
            return new Counted(found.total(), found.facets().getOrDefault(Field.COUNTRY, List.of()).stream()
                    .collect(Collectors.toMap(count -> new CountryCode(count.value().toUpperCase(Locale.ROOT)), Results.Count::passages)), notices);
        } catch (TooBroadQuery | SlowQuery unanswered) {
            return new Counted(null, Map.of(), List.of(unanswered.getMessage()));
        }
    }

    /** How many passages a search finds. @throws TooBroadQuery @throws SlowQuery as the search does */
    long total(SearchForm form, Visitor visitor) {
        return search.search(query(words(form, calls.current(), new ArrayList<>()), form, null), calls.current().code(), visitor.seesRestricted(), 0, 1).total();
    }

    /** All that a search finds, up to a number, in its order; likewise. */
    List<Hit> all(SearchForm form, Visitor visitor, int most) {
        return search.search(query(words(form, calls.current(), new ArrayList<>()), form, null), calls.current().code(), visitor.seesRestricted(), form.order(), 0, most).hits();
    }

    /** Other words, where passages that the visitor may see have them. */
    private Found.@Nullable Meant meant(SearchForm form, Call call, Visitor visitor) {
        Set<String> words = Stream.of(form.query().split("[^\\p{L}\\p{N}\\p{M}]+")).filter(word -> word.length() > 2 && !List.of("AND", "NOT").contains(word))
                .limit(MOST_WORDS).collect(Collectors.toCollection(LinkedHashSet::new));
        String other = form.query();
        for (Map.Entry<String, String> near : search.near(words).entrySet()) {
            other = other.replace(near.getKey(), near.getValue());
        }
        if (other.equals(form.query())) {
            return null;
        }
        long total = search.search(query(words(other, new ArrayList<>()), form, null), call.code(), visitor.seesRestricted(), 0, 1).total();
        return total == 0 ? null : new Found.Meant(other, form.address(other), total);
    }

    /** What was typed, or its sisters. */
    private PassageQuery words(SearchForm form, Call call, List<String> notices) {
        PassageQuery typed = words(form.query(), notices);
        return form.alone() ? typed : sisters(form, call).<PassageQuery>map(found -> new PassageQuery.Rather(typed,
                SisterWords.of(found.cues()).stream().map(SisterWords.Way::query).toList())).orElse(typed);
    }

    private Found.@Nullable Sister sister(SearchForm form, Call call) {
        return sisters(form, call).map(found -> new Found.Sister(name(found.code()), form.alone() ? List.of()
                : SisterWords.of(found.cues()).stream().map(SisterWords.Way::words).distinct().toList(), form.withSisters(form.alone()))).orElse(null);
    }

    /** Of plain words, in quotation marks or not; whoever writes operators means what is written. */
    private Optional<Sisters.Found> sisters(SearchForm form, Call call) {
        Matcher plain = PLAIN.matcher(form.query());
        return plain.matches() ? sisters.of(call, plain.group(1)) : Optional.empty();
    }

    private static PassageQuery words(String query, List<String> notices) {
        if (query.split("[\\s\\p{Punct}]+", MOST_WORDS + 2).length > MOST_WORDS + 1) {
            notices.add("The query has more than %d words, and was left out; take those that matter most.".formatted(MOST_WORDS));
            return new PassageQuery.All();
        }
        return switch (QueryReader.read(PlainWords.withoutItsMark(query))) {
            case QueryReading.Understood understood -> understood.query();
            case QueryReading.Mistaken mistaken -> {
                notices.add(mistaken.sentence());
                yield mistaken.query();
            }
        };
    }

    /** @param but a field whose choices don't count; null where all do */
    private static PassageQuery query(PassageQuery words, SearchForm form, @Nullable Field but) {
        List<PassageQuery> parts = new ArrayList<>(List.of(words));
        form.only().forEach((field, values) -> {
            if (field != but) {
                parts.add(new PassageQuery.Or(filters(field, values)));
            }
        });
        form.without().forEach((field, values) -> {
            if (field != but) {
                filters(field, values).forEach(filter -> parts.add(new PassageQuery.Not(filter)));
            }
        });
        return new PassageQuery.And(parts);
    }

    private static List<PassageQuery> filters(Field field, Collection<String> values) {
        return values.stream().<PassageQuery>map(value -> new PassageQuery.Filter(field, value)).toList();
    }

    private static List<Found.Paper> papers(Results results, SearchForm form) {
        Map<String, String> countries = results.hits().stream().collect(Collectors.toMap(Hit::submission, Hit::country, (one, same) -> one));
        return results.papers().stream().map(paper -> new Found.Paper(paper.number(), Countries.name(new CountryCode(countries.get(paper.number())), Locale.ENGLISH),
                paper.passages(), form.within(paper.number()))).toList();
    }

    private static List<Found.Hit> hits(Results results, Codebook codebook) {
        return results.hits().stream().map(hit -> new Found.Hit(hit.passage(), hit.submission(), hit.citation(), hit.headingPath(), hit.language(),
                Piece.of(hit.text(), hit.marks()), codebook.themes().stream().filter(theme -> hit.themes().contains(theme.id().value())).map(DeskSearch::name).toList(),
                codebook.all().stream().filter(code -> code.kind() != CodeKind.THEME && hit.codes().contains(code.id().value())).map(DeskSearch::name).toList(), hit.restricted())).toList();
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
