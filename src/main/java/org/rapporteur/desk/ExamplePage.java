package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Example;
import org.rapporteur.coding.ExampleField;
import org.rapporteur.coding.ExampleFinder;
import org.rapporteur.coding.Examples;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.ProposedExample;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /examples/new} and {@code /examples/{id}}: one example, its fields beside the passages that carry them. */
@Controller
class ExamplePage {

    private final Calls calls;
    private final Examples examples;
    private final Codebooks codebooks;
    private final Coded coded;
    private final Passages passages;
    private final Papers papers;

    ExamplePage(Calls calls, Examples examples, Codebooks codebooks, Coded coded, Passages passages, Papers papers) {
        this.calls = calls;
        this.examples = examples;
        this.codebooks = codebooks;
        this.coded = coded;
        this.passages = passages;
        this.papers = papers;
    }

    /** A passage that may carry a field. */
    record Carrier(long id, String place, String language, String text, boolean lost) {}

    /** Where a proposal is looked at. */
    static String address(ProposedExample proposed) {
        return "/examples/new?paper=%s&name=%s".formatted(proposed.paper(), URLEncoder.encode(proposed.name(), StandardCharsets.UTF_8));
    }

    /**
     * An example that is not kept yet.
     *
     * @param name under which the machine proposes it
     * @param passage from which a person makes one; in its place
     * @param more numbers of further paragraphs to be shown, separated by commas
     */
    @GetMapping("/examples/new")
    String fresh(@RequestParam(defaultValue = "") String paper, @RequestParam(defaultValue = "") String name, @RequestParam(required = false) @Nullable Long passage,
            @RequestParam(defaultValue = "") String more, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        if (passage != null) {
            CitedPassage cited = passages.find(passage).filter(visitor::sees).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            ExampleForm form = ExampleForm.of(Map.of(), Outcome.NONE);
            form.passages().put(ExampleField.NAME, Set.of(passage));
            return page(call, cited.submission(), "", null, form, more, visitor, model);
        }
        ProposedExample proposed = proposed(call, paper, visitor).stream().filter(one -> Examples.isSameName(one.name(), name)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(call, proposed.paper(), proposed.name(), null, ExampleForm.of(proposed.fields(), proposed.outcome()), more, visitor, model);
    }

    @GetMapping("/examples/{id}")
    String example(@PathVariable long id, @RequestParam(defaultValue = "") String more, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Example example = shown(call, id, visitor);
        return page(call, example.paper(), "", example, ExampleForm.of(example.fields(), example.outcome()), more, visitor, model);
    }

    /** Confirms or dismisses what is not kept yet. */
    @PostMapping("/examples")
    String add(@RequestParam String paper, @RequestParam(defaultValue = "") String proposed, @RequestParam(defaultValue = "false") boolean dismiss,
            @RequestParam(defaultValue = "") String more, HttpServletRequest request, Principal principal, Model model, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        SubmissionNumber number = papers.find(call, paper).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).number();
        ExampleForm form = ExampleForm.of(request);
        if (request.getParameter("show") != null) {
            return page(call, number, proposed, null, form, more, visitor, model);
        }
        String fault = form.fault(known(form, number, visitor));
        if (!fault.isEmpty()) {
            model.addAttribute("fault", "Nothing was kept: " + fault);
            return page(call, number, proposed, null, form, more, visitor, model);
        }
        Optional<Long> id = examples.add(call, number, proposed.isBlank() ? form.texts().get(ExampleField.NAME) : proposed, form.fields(), form.outcome(), dismiss,
                new Actor(principal.getName()));
        if (id.isEmpty()) {
            model.addAttribute("fault", "Nothing was kept: there is an example of this name already.");
            return page(call, number, proposed, null, form, more, visitor, model);
        }
        next.addFlashAttribute("done", dismiss ? "Dismissed: it is not proposed again." : "Confirmed.");
        return dismiss ? "redirect:/examples" : "redirect:/examples/" + id.get();
    }

    /** Says something else of an example, or dismisses it, or takes that back. */
    @PostMapping("/examples/{id}")
    String change(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "false") boolean dismiss, @RequestParam(defaultValue = "") String more,
            HttpServletRequest request, Principal principal, Model model, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Example example = shown(call, id, visitor);
        ExampleForm form = ExampleForm.of(request);
        if (request.getParameter("show") != null) {
            return page(call, example.paper(), "", example, form, more, visitor, model);
        }
        String fault = form.fault(known(form, example.paper(), visitor));
        if (fault.isEmpty() && (example.version() != version
                || !examples.change(call, example, form.fields(), form.outcome(), dismiss, new Actor(principal.getName())))) {
            fault = "%s has changed it since you opened it. Your words stand below, and the others beside them; please compare, and keep them again.".formatted(example.by());
            model.addAttribute("theirs", ExampleForm.of(example.fields(), example.outcome()).texts());
        }
        if (!fault.isEmpty()) {
            model.addAttribute("fault", "Nothing was kept: " + fault);
            return page(call, example.paper(), "", example, form, more, visitor, model);
        }
        next.addFlashAttribute("done", dismiss ? "Dismissed: it stands in no list and no report." : "Kept.");
        return "redirect:/examples/" + id;
    }

    private String page(Call call, SubmissionNumber paper, String proposed, @Nullable Example example, ExampleForm form, String more, Visitor visitor, Model model) {
        Set<Long> lost = examples.lost(call);
        List<Carrier> carriers = carriers(paper, form, more, visitor, lost);
        model.addAttribute("paper", paper.value()).addAttribute("proposed", proposed).addAttribute("example", example).addAttribute("form", form)
                .addAttribute("fields", ExampleField.values()).addAttribute("outcomes", Outcome.values()).addAttribute("carriers", carriers).addAttribute("more", more)
                .addAttribute("lost", carriers.stream().anyMatch(Carrier::lost))
                .addAttribute("changed", example == null ? "" : "%s, %s".formatted(example.by(), Moments.shown(example.at())));
        return "example";
    }

    /** The passages that are ticked, their neighbours in the paper in force, and those of the numbers asked for, in the order of the paper; those of earlier revisions last. */
    private List<Carrier> carriers(SubmissionNumber paper, ExampleForm form, String more, Visitor visitor, Set<Long> lost) {
        List<CitedPassage> all = passages.ofPaper(paper).stream().filter(visitor::sees).toList();
        Set<Long> ticked = form.all();
        Set<String> asked = Arrays.stream(more.split("[,;\\s]+")).filter(number -> !number.isEmpty()).collect(Collectors.toSet());
        Map<Long, CitedPassage> shown = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String number = all.get(i).passage().locator().paragraph();
            boolean near = all.subList(Math.max(0, i - 1), Math.min(all.size(), i + 2)).stream().anyMatch(one -> ticked.contains(one.passage().id()));
            if (near || number != null && asked.contains(number)) {
                shown.put(all.get(i).passage().id(), all.get(i));
            }
        }
        new TreeMap<>(passages.find(ticked)).values().stream().filter(visitor::sees).forEach(one -> shown.putIfAbsent(one.passage().id(), one));
        return shown.values().stream().map(one -> new Carrier(one.passage().id(), one.citation(Locale.ENGLISH), one.passage().language(), one.passage().text(),
                lost.contains(one.passage().id()))).toList();
    }

    /** Those of the passages ticked that are of the paper, and may be seen. */
    private Set<Long> known(ExampleForm form, SubmissionNumber paper, Visitor visitor) {
        return passages.find(form.all()).values().stream().filter(visitor::sees).filter(one -> one.submission().equals(paper))
                .map(one -> one.passage().id()).collect(Collectors.toSet());
    }

    private List<ProposedExample> proposed(Call call, String paper, Visitor visitor) {
        SubmissionNumber number = papers.find(call, paper).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).number();
        List<CitedPassage> own = passages.ofPaper(number).stream().filter(visitor::sees).toList();
        return new ExampleFinder(codebooks.coder(call)).propose(own, coded.evidence(call));
    }

    private Example shown(Call call, long id, Visitor visitor) {
        return examples.find(call, id).filter(example -> passages.find(example.passages()).values().stream().allMatch(visitor::sees))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
