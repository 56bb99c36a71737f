package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Example;
import org.rapporteur.coding.ExampleField;
import org.rapporteur.coding.ExampleFinder;
import org.rapporteur.coding.Examples;
import org.rapporteur.coding.ProposedExample;
import org.rapporteur.coding.Stated;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /examples}: the register of examples, and what the machine proposes for it. */
@Controller
class ExamplesPage {

    /** proposals on one page */
    private static final int MOST = 100;

    private final Calls calls;
    private final Examples examples;
    private final Codebooks codebooks;
    private final Coded coded;
    private final Passages passages;

    ExamplesPage(Calls calls, Examples examples, Codebooks codebooks, Coded coded, Passages passages) {
        this.calls = calls;
        this.examples = examples;
        this.codebooks = codebooks;
        this.coded = coded;
        this.passages = passages;
    }

    /** An example as it is listed; {@code lost} where the paper in force no longer says what carries it. */
    record Row(String address, String country, String name, String what, String outcome, String by, boolean lost) {}

    /** A country to choose from. */
    record Choice(String code, String name) {}

    /** @param country its ISO3 letters; empty for all */
    @GetMapping("/examples")
    String examples(@RequestParam(defaultValue = "") String country, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        List<CitedPassage> inForce = passages.inForce(call.id()).stream().filter(visitor::sees).toList();
        List<CitedPassage> shown = inForce.stream().filter(passage -> country.isEmpty() || passage.countries().stream().anyMatch(one -> one.value().equals(country))).toList();
        Map<SubmissionNumber, String> countries = inForce.stream().collect(Collectors.toMap(CitedPassage::submission, ExamplesPage::country, (one, same) -> one));
        Set<Long> lost = examples.lost(call);
        List<Example> kept = examples.of(call).stream().filter(example -> seen(example, visitor))
                .filter(example -> country.isEmpty() || example.paper().value().contains("-" + country + "-")).toList();
        Set<Examples.Known> known = examples.known(call);
        List<ProposedExample> proposed = new ExampleFinder(codebooks.coder(call)).propose(shown, coded.evidence(call)).stream()
                .filter(one -> !Examples.isKnown(one, known)).toList();
        model.addAttribute("confirmed", rows(kept.stream().filter(example -> !example.dismissed()), countries, lost))
                .addAttribute("dismissed", rows(kept.stream().filter(Example::dismissed), countries, lost))
                .addAttribute("proposed", proposed.stream().limit(MOST).map(one -> row(one, countries)).toList()).addAttribute("proposals", proposed.size())
                .addAttribute("country", country).addAttribute("countries", choices(inForce));
        return "examples";
    }

    private boolean seen(Example example, Visitor visitor) {
        return passages.find(example.passages()).values().stream().allMatch(visitor::sees);
    }

    private static List<Row> rows(Stream<Example> examples, Map<SubmissionNumber, String> countries, Set<Long> lost) {
        return examples.map(example -> new Row("/examples/" + example.id(), countries.getOrDefault(example.paper(), example.paper().value()), example.name(),
                what(example.fields()), example.outcome().word(), "%s, %s".formatted(example.by(), Moments.shown(example.at())),
                example.passages().stream().anyMatch(lost::contains))).toList();
    }

    private static Row row(ProposedExample one, Map<SubmissionNumber, String> countries) {
        return new Row(ExamplePage.address(one), countries.getOrDefault(one.paper(), one.paper().value()), one.name(), what(one.fields()), one.outcome().word(), "", false);
    }

    private static String what(Map<ExampleField, Stated> fields) {
        return fields.containsKey(ExampleField.WHAT) ? fields.get(ExampleField.WHAT).text() : "";
    }

    private static List<Choice> choices(Collection<CitedPassage> passages) {
        return passages.stream().flatMap(passage -> passage.countries().stream()).distinct()
                .map(country -> new Choice(country.value(), Countries.name(country, Locale.ENGLISH))).sorted(Comparator.comparing(Choice::name)).toList();
    }

    private static String country(CitedPassage passage) {
        return passage.countries().stream().map(country -> Countries.name(country, Locale.ENGLISH)).collect(Collectors.joining("/"));
    }
}
