package org.rapporteur.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.search.Field;
import org.rapporteur.search.Results;

/** What a search can be narrowed by: the values of a field with their names and counts, in the order of the call. */
final class SearchFacets {

    /** of a field without an order of its own, so many values are shown, and those that are chosen */
    private static final int MOST_CHOICES = 60;

    private final Call call;
    private final Codebook codebook;
    private final SearchForm form;

    SearchFacets(Call call, Codebook codebook, SearchForm form) {
        this.call = call;
        this.codebook = codebook;
        this.form = form;
    }

    Found.Facet of(Field field, List<Results.Count> counted) {
        Set<String> only = form.only().getOrDefault(field, Set.of());
        Set<String> without = form.without().getOrDefault(field, Set.of());
        Map<String, Integer> counts = counted.stream()
                .collect(Collectors.toMap(count -> value(field, count.value()), Results.Count::passages));
        Set<String> values = new LinkedHashSet<>(ordered(field));
        values.retainAll(field == Field.THEME ? values : counts.keySet());
        counted.stream().map(count -> value(field, count.value())).limit(MOST_CHOICES).forEach(values::add);
        values.addAll(only);
        values.addAll(without);
        Stream<String> shown = field == Field.COUNTRY ? values.stream().map(CountryCode::new).sorted(Countries.order(Locale.ENGLISH)).map(CountryCode::value) : values.stream();
        Function<String, String> names = names(field);
        return new Found.Facet(field.word(), heading(field), shown.map(value -> new Found.Choice(value, names.apply(value), counts.getOrDefault(value, 0),
                only.contains(value), without.contains(value))).toList(), form.locked().contains(field));
    }

    /** The index holds small letters. */
    private static String value(Field field, String indexed) {
        return field == Field.COUNTRY ? indexed.toUpperCase(Locale.ROOT) : indexed;
    }

    /** The values of a field that the call knows, in its order. */
    private List<String> ordered(Field field) {
        return switch (field) {
            case THEME -> codebook.themes().stream().map(code -> code.id().value()).toList();
            case QUESTION -> codebook.of(CodeKind.QUESTION).stream().map(code -> code.id().value()).toList();
            case FRAMEWORK -> codebook.of(CodeKind.FRAMEWORK).stream().map(code -> code.id().value()).toList();
            case OUTCOME -> Stream.of(Outcome.values()).map(Outcome::word).toList();
            case STATUS -> Stream.of(Status.values()).map(Status::word).toList();
            case SESSION -> call.content().sessions().stream().map(session -> session.number().toLowerCase(Locale.ROOT)).toList();
            case FIGURE, IN_FORCE -> List.of("yes", "no");
            case PAPER_STATE -> List.of("first", "revised", "in-time", "late");
            default -> List.of();
        };
    }

    private Function<String, String> names(Field field) {
        return switch (field) {
            case COUNTRY -> value -> Countries.name(new CountryCode(value), Locale.ENGLISH);
            case LANGUAGE -> value -> value.equals("und") ? "not told" : Locale.of(value).getDisplayLanguage(Locale.ENGLISH);
            case THEME, QUESTION, FRAMEWORK -> value -> codebook.find(new CodeId(value)).map(SearchFacets::name).orElse(value);
            case SESSION -> value -> call.content().sessions().stream().filter(session -> session.number().equalsIgnoreCase(value)).findFirst()
                    .map(session -> session.number() + " " + session.name()).orElse(value);
            case FIGURE -> value -> value.equals("yes") ? "a figure" : "none";
            case IN_FORCE -> value -> value.equals("yes") ? "in force" : "replaced";
            case CODER -> value -> value.equals("machine") ? "the machine, not confirmed" : value;
            case PAPER_STATE -> value -> switch (value) {
                case "first" -> "first revision";
                case "revised" -> "revised";
                case "in-time" -> "in time";
                default -> value;
            };
            default -> value -> value.replace('-', ' ');
        };
    }

    private static String heading(Field field) {
        return switch (field) {
            case THEME -> "Theme";
            case QUESTION -> "Question";
            case COUNTRY -> "Country";
            case OUTCOME -> "Outcome";
            case STATUS -> "Status";
            case FRAMEWORK -> "Framework";
            case LANGUAGE -> "Language";
            case SESSION -> "Session";
            case FIGURE -> "Names";
            case CODER -> "Coded by";
            case PAPER_STATE -> "Paper";
            case IN_FORCE -> "Revisions";
            default -> field.word();
        };
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
