package org.rapporteur.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;

/** Makes chapters out of material: under every code the counts first, then what countries write. Nothing has a key yet. */
final class Drafting {

    private final Codebook codebook;
    private final Material material;
    private final int papersRead;
    private final Locale language;
    private final Wording wording;

    Drafting(Codebook codebook, Material material, Locale language) {
        this.codebook = codebook;
        this.material = material;
        this.papersRead = material.papersRead();
        this.language = language;
        this.wording = new Wording(language);
    }

    /** A chapter for each theme, with a section for each question that has evidence. */
    List<Draft.Chapter> chapters() {
        Wordings used = new Wordings();
        return codebook.themes().stream().map(theme -> chapter(theme, used)).toList();
    }

    private Draft.Chapter chapter(Code theme, Wordings used) {
        Map<CodeId, List<Excerpt>> excerpts = new LinkedHashMap<>();
        codebook.below(theme).stream().flatMap(question -> codebook.below(question).stream())
                .filter(code -> code.finding().isPresent() && !material.under(code.id()).isEmpty())
                .forEach(code -> excerpts.put(code.id(), material.under(code.id())));
        Map<CodeId, List<Quoted>> quoted = new QuotationChoice(used).choose(excerpts);
        List<Draft.Section> sections = codebook.below(theme).stream().map(question -> section(question, excerpts, quoted))
                .filter(section -> !section.statements().isEmpty()).toList();
        return new Draft.Chapter(theme.id().value(), theme.name().in(language), sections);
    }

    private Draft.Section section(Code question, Map<CodeId, List<Excerpt>> excerpts, Map<CodeId, List<Quoted>> quoted) {
        List<Statement> statements = codebook.below(question).stream().filter(code -> excerpts.containsKey(code.id()))
                .flatMap(code -> Stream.concat(counts(code, excerpts.get(code.id())).stream(),
                        quoted.getOrDefault(code.id(), List.of()).stream().map(quotation -> quotation(code, quotation))))
                .toList();
        return new Draft.Section(question.id().value(), question.name().in(language),
                question.question().map(asked -> asked.in(language)).orElse(""), statements);
    }

    /** What is done, what was ended, what is only proposed and what was rejected, each with the countries of no earlier one. */
    private List<Statement> counts(Code code, List<Excerpt> excerpts) {
        Map<Form, List<Excerpt>> byForm = excerpts.stream().collect(Collectors.groupingBy(
                excerpt -> Form.of(code, excerpt.coding().status()), () -> new EnumMap<>(Form.class), Collectors.toList()));
        Set<CountryCode> named = new HashSet<>();
        List<Statement> statements = new ArrayList<>();
        byForm.forEach((form, under) -> {
            List<Excerpt> best = Material.bestOfEachPaper(
                    under.stream().filter(excerpt -> !named.containsAll(excerpt.countries())).toList(), byCountry());
            List<CountryCode> countries = best.stream().flatMap(excerpt -> excerpt.countries().stream())
                    .filter(country -> !named.contains(country)).distinct().sorted(Countries.order(language)).toList();
            if (!countries.isEmpty()) {
                named.addAll(countries);
                statements.add(statement(form, code, wording.count(form, code, countries, papersRead), countries.size(), countries,
                        best.stream().map(excerpt -> evidence(excerpt, null)).toList()));
            }
        });
        return statements;
    }

    private Statement quotation(Code code, Quoted quoted) {
        List<CountryCode> countries = quoted.excerpt().countries();
        return statement(Form.QUOTATION, code, wording.quotation(countries), null, countries,
                List.of(evidence(quoted.excerpt(), quoted.words())));
    }

    private Statement statement(Form form, Code code, String text, @Nullable Integer counted, List<CountryCode> countries,
            List<Evidence> evidence) {
        return new Statement(0, 1, form.word(), code.id().value(), text, counted, counted == null ? null : papersRead, countries, evidence);
    }

    private Evidence evidence(Excerpt excerpt, @Nullable String quotation) {
        return new Evidence(0, excerpt.cited().passage().id(), excerpt.voice(), excerpt.cited().citation(language),
                excerpt.cited().submission().toString(), quotation, excerpt.cited().passage().language(), excerpt.text());
    }

    private Comparator<Excerpt> byCountry() {
        return Comparator.comparing(Excerpt::voice, Countries.order(language)).thenComparing(Excerpt.BEST_FIRST);
    }
}
