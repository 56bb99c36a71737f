package org.rapporteur.desk;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Agreement;
import org.rapporteur.coding.BlindCode;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.Disagreement;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Sample;
import org.rapporteur.coding.Samples;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /samples/{id}}: how far the two coders agree once both are done, and where they do not: there somebody settles what counts. */
@Controller
class SamplePage {

    private final Calls calls;
    private final Samples samples;
    private final Passages passages;
    private final Coded coded;
    private final Decisions decisions;
    private final Deciding deciding;

    SamplePage(Calls calls, Samples samples, Passages passages, Coded coded, Decisions decisions, Deciding deciding) {
        this.calls = calls;
        this.samples = samples;
        this.passages = passages;
        this.coded = coded;
        this.decisions = decisions;
        this.deciding = deciding;
    }

    /** Figures as they are printed; a dash where there is none. */
    record Figures(String code, Agreement counts, long percent, long percentOfCoded, String kappa, String alpha) {}

    /** What two people said differently; {@code settled} empty where it is open. */
    record Open(long passage, int place, String citation, String language, String text, String id, String code, String first, String second, Status status,
            Outcome outcome, String settled, @Nullable Long decision) {}

    /** What both coders said, of codes that the codebook still has, and at which places that can be compared. */
    private record Said(Map<Integer, List<BlindCode>> first, Map<Integer, List<BlindCode>> second, List<Integer> places) {}

    @GetMapping("/samples/{id}")
    String sample(@PathVariable long id, HttpServletRequest request, Principal principal, Model model) {
        Call call = calls.current();
        Sample sample = find(call, id);
        Actor visitor = new Actor(principal.getName());
        model.addAttribute("sample", sample).addAttribute("row", SamplesPage.Row.of(sample, visitor)).addAttribute("seed", sample.plan().seed());
        if (sample.coders().contains(visitor) && !sample.isComplete()) {
            model.addAttribute("next", sample.next(visitor, 0).orElse(null)).addAttribute("places", sample.passages().keySet())
                    .addAttribute("donePlaces", sample.done().getOrDefault(visitor, Set.of()));
        }
        if (sample.isComplete()) {
            compare(call, sample, Visitor.of(request), model);
        }
        return "sample";
    }

    private void compare(Call call, Sample sample, Visitor visitor, Model model) {
        Codebook codebook = coded.codebook(call);
        Said said = said(sample, codebook);
        List<Open> rows = rows(sample, said, codebook, visitor);
        model.addAttribute("figures", Agreement.of(said.first(), said.second(), said.places(), codebook).stream().map(one -> figures(one, codebook)).toList())
                .addAttribute("sameStatus", percent(Agreement.share(said.first(), said.second(), BlindCode::status)))
                .addAttribute("sameOutcome", percent(Agreement.share(said.first(), said.second(), BlindCode::outcome)))
                .addAttribute("open", rows).addAttribute("unsettled", rows.stream().filter(row -> row.decision() == null).count())
                .addAttribute("agreed", uncounted(sample, said).values().stream().mapToInt(List::size).sum())
                .addAttribute("compared", said.places().size())
                .addAttribute("maySettle", visitor.runsTheCall() && !sample.coders().contains(new Actor(visitor.name())))
                .addAttribute("statuses", Status.values()).addAttribute("outcomes", Outcome.values());
    }

    /** Compares what both have coded by now, where one of them will not go on. */
    @PostMapping("/samples/{id}/end")
    String end(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, samples.end(calls.current(), id, new Actor(principal.getName())), "The sample is ended; what both coded is compared.",
                "Nothing was changed: the sample is complete already.", next);
    }

    /** Settles one code of one passage, in the place of what counted there. */
    @PostMapping("/samples/{id}/settle")
    String settle(@PathVariable long id, @RequestParam long passage, @RequestParam String code, @RequestParam boolean applies,
            @RequestParam(defaultValue = "IN_PLACE") Status status, @RequestParam(defaultValue = "NONE") Outcome outcome, @RequestParam(defaultValue = "") String memo,
            HttpServletRequest request, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Sample sample = complete(call, id);
        CitedPassage cited = passages.find(passage).filter(Visitor.of(request)::sees).filter(one -> sample.passages().containsValue(passage))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        CodeId known = CodeGroup.find(coded.codebook(call), code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)).id();
        if (sample.coders().contains(new Actor(principal.getName()))) {
            return told(id, false, "", "Nothing was changed: you coded this sample yourself; somebody else of the secretariat has to settle it.", next);
        }
        if (memo.length() > NewDecision.LONGEST_MEMO) {
            return told(id, false, "", "Nothing was changed: the memo is longer than %d characters.".formatted(NewDecision.LONGEST_MEMO), next);
        }
        DecisionKind kind = !applies ? DecisionKind.REJECT : proposes(cited, known) ? DecisionKind.ACCEPT : DecisionKind.ADD;
        boolean done = deciding.decide(call, new NewDecision(passage, known, kind, status, outcome, null, memo.strip()), new Actor(principal.getName())).isPresent();
        return told(id, done, "Settled.", "Nothing was changed: the passage is of no paper any more.", next) + "#open";
    }

    /** Lets count what both coders said alike, where nobody has decided yet. */
    @PostMapping("/samples/{id}/agreed")
    String agreed(@PathVariable long id, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Sample sample = complete(call, id);
        int done = 0;
        for (Map.Entry<Long, List<BlindCode>> entry : uncounted(sample, said(sample, coded.codebook(call))).entrySet()) {
            CitedPassage cited = passages.find(entry.getKey()).orElseThrow();
            for (BlindCode code : entry.getValue()) {
                done += deciding.decide(call, new NewDecision(entry.getKey(), code.code(), proposes(cited, code.code()) ? DecisionKind.ACCEPT : DecisionKind.ADD,
                        code.status(), code.outcome(), null, "Both coders of the sample %s said so.".formatted(sample.plan().name())), new Actor(principal.getName()))
                        .isPresent() ? 1 : 0;
            }
        }
        return told(id, done > 0, done == 1 ? "One code counts now." : "%d codes count now.".formatted(done), "Nothing was changed: all of it counts already.", next);
    }

    @PostMapping("/samples/{id}/undo")
    String undo(@PathVariable long id, @RequestParam long decision, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Sample sample = complete(call, id);
        boolean ofIt = standing(sample).values().stream().flatMap(List::stream).filter(sample::isSettledBy).anyMatch(one -> one.id() == decision);
        return told(id, ofIt && deciding.undo(call, decision, new Actor(principal.getName())).isPresent(), "Taken back: what stood before it stands again.",
                "Nothing was changed: somebody decided on this code before you.", next);
    }

    private List<Open> rows(Sample sample, Said said, Codebook codebook, Visitor visitor) {
        Map<Long, List<Decision>> standing = standing(sample);
        Map<Long, CitedPassage> cited = passages.find(sample.passages().values());
        List<Open> rows = new ArrayList<>();
        List<Disagreement> differences = new ArrayList<>(Disagreement.of(said.first(), said.second(), said.places()));
        differences.addAll(contradicted(sample, said, standing));
        for (Disagreement one : differences) {
            CitedPassage passage = cited.get(sample.passages().get(one.place()));
            if (passage != null && visitor.sees(passage)) {
                rows.add(row(one, passage, standing.getOrDefault(passage.passage().id(), List.of()).stream().filter(sample::isSettledBy).toList(), codebook));
            }
        }
        return rows;
    }

    /** What both said alike, and somebody had decided otherwise before. */
    private static List<Disagreement> contradicted(Sample sample, Said said, Map<Long, List<Decision>> standing) {
        List<Disagreement> found = new ArrayList<>();
        Disagreement.agreed(said.first(), said.second()).forEach((place, codes) -> codes.stream()
                .filter(code -> standing.getOrDefault(sample.passages().get(place), List.of()).stream().filter(one -> one.code().equals(code.code()))
                        .anyMatch(one -> one.kind() == DecisionKind.REJECT || one.status() != code.status() || one.outcome() != code.outcome()))
                .forEach(code -> found.add(new Disagreement(place, code.code(), code, code))));
        return found;
    }

    private static Open row(Disagreement one, CitedPassage cited, List<Decision> standing, Codebook codebook) {
        Optional<Decision> settled = standing.stream().filter(decision -> decision.code().equals(one.code())).findFirst();
        BlindCode likely = one.first() == null ? one.second() : one.first();
        return new Open(cited.passage().id(), one.place(), cited.citation(Locale.ENGLISH), cited.passage().language(), cited.passage().text(), one.code().value(),
                name(one.code(), codebook), words(one.first()), words(one.second()), likely.status(), likely.outcome(),
                settled.map(SamplePage::words).orElse(""), settled.map(Decision::id).orElse(null));
    }

    private static String words(@Nullable BlindCode said) {
        return said == null ? "not there" : "there, %s, outcome %s".formatted(said.status().word().replace('-', ' '), said.outcome().word());
    }

    private static String words(Decision decision) {
        return "%s, by %s, %s".formatted(decision.kind() == DecisionKind.REJECT ? "not there" : words(new BlindCode(decision.code(), decision.status(), decision.outcome())),
                decision.coder(), Moments.shown(decision.at()));
    }

    /** What both said alike and nobody has decided on, by passage. */
    private Map<Long, List<BlindCode>> uncounted(Sample sample, Said said) {
        Map<Long, List<Decision>> standing = standing(sample);
        Map<Long, List<BlindCode>> open = new HashMap<>();
        Disagreement.agreed(said.first(), said.second()).forEach((place, codes) -> {
            long passage = sample.passages().get(place);
            List<BlindCode> left = codes.stream().filter(code -> standing.getOrDefault(passage, List.of()).stream().noneMatch(one -> one.code().equals(code.code()))).toList();
            if (!left.isEmpty()) {
                open.put(passage, left);
            }
        });
        return open;
    }

    /** What was decided on passages of the sample, before it was complete too, by passage. */
    private Map<Long, List<Decision>> standing(Sample sample) {
        Map<Long, List<Decision>> standing = new HashMap<>(decisions.standing(passages.find(sample.passages().values()).values().stream()
                .map(cited -> cited.passage().extraction()).distinct().toList()));
        standing.keySet().retainAll(sample.passages().values());
        return standing;
    }

    private boolean proposes(CitedPassage cited, CodeId code) {
        return coded.effective(List.of(cited.passage().extraction())).getOrDefault(cited.passage().id(), List.of()).stream()
                .anyMatch(coding -> !coding.confirmed() && coding.code().equals(code));
    }

    /** A place whose passage was restricted since is left out: its coders could not see it. */
    private Said said(Sample sample, Codebook codebook) {
        Map<Long, CitedPassage> cited = passages.find(sample.passages().values());
        List<Integer> places = sample.both().stream().filter(place -> Optional.ofNullable(cited.get(sample.passages().get(place)))
                .filter(passage -> passage.access() == Access.PUBLIC).isPresent()).toList();
        return new Said(said(sample, sample.plan().first(), codebook, places), said(sample, sample.plan().second(), codebook, places), places);
    }

    private Map<Integer, List<BlindCode>> said(Sample sample, Actor coder, Codebook codebook, List<Integer> places) {
        Map<Integer, List<BlindCode>> said = new TreeMap<>(samples.said(sample, coder));
        said.keySet().retainAll(places);
        said.replaceAll((place, codes) -> codes.stream().filter(code -> codebook.find(code.code()).isPresent()).toList());
        return said;
    }

    private Sample find(Call call, long id) {
        return samples.find(call, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Sample complete(Call call, long id) {
        return samples.find(call, id).filter(Sample::isComplete).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Figures figures(Agreement one, Codebook codebook) {
        return new Figures(name(one.code(), codebook), one, Math.round(100 * one.share()), Math.round(100 * one.shareOfCoded()), figure(one.kappa()), figure(one.alpha()));
    }

    private static String figure(Optional<Double> figure) {
        return figure.map(one -> String.format(Locale.ENGLISH, "%.2f", one)).orElse("–");
    }

    private static @Nullable Long percent(Optional<Double> share) {
        return share.map(one -> Math.round(100 * one)).orElse(null);
    }

    private static String name(CodeId id, Codebook codebook) {
        return codebook.find(id).map(code -> code.name().in(Locale.ENGLISH)).orElse(id.value());
    }

    private static String told(long id, boolean done, String sentence, String fault, RedirectAttributes next) {
        next.addFlashAttribute(done ? "done" : "fault", done ? sentence : fault);
        return "redirect:/samples/" + id;
    }
}
