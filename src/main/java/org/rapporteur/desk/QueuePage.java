package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Proposal;
import org.rapporteur.coding.Proposals;
import org.rapporteur.coding.Status;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Sentences.Span;
import org.rapporteur.submission.DocumentRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /queue}: one proposal of the machine after the other, what it is least sure of first. */
@Controller
class QueuePage {

    private static final int AT_ONCE = 200;

    private final Calls calls;
    private final Proposals proposals;
    private final Passages passages;
    private final Coded coded;
    private final Deciding deciding;
    private final Clock clock;

    QueuePage(Calls calls, Proposals proposals, Passages passages, Coded coded, Deciding deciding, Clock clock) {
        this.calls = calls;
        this.proposals = proposals;
        this.passages = passages;
        this.coded = coded;
        this.deciding = deciding;
        this.clock = clock;
    }

    /** What is chosen of the queue; empty for all. */
    record Choice(String theme, String country, String language) {}

    /** A value to choose. */
    record Option(String value, String name, boolean chosen) {}

    /** A proposal with its passage. */
    private record Waiting(Proposal proposal, CitedPassage cited) {}

    /** @param after the proposal that was skipped: distance, passage and code, with blanks between */
    @GetMapping("/queue")
    String queue(@RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "") String country, @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String after, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Codebook codebook = coded.codebook(call);
        Choice choice = new Choice(theme, country, language);
        Optional<Waiting> waiting = next(call, codebook, choice, seen(after), visitor);
        waiting.ifPresent(one -> {
            Code code = codebook.find(one.proposal().code()).orElseThrow();
            model.addAttribute("cited", one.cited()).addAttribute("citation", one.cited().citation(Locale.ENGLISH)).addAttribute("proposal", one.proposal())
                    .addAttribute("code", code.name().in(Locale.ENGLISH)).addAttribute("definition", code.definition()).addAttribute("exclusion", code.not())
                    .addAttribute("theme", codebook.themeOf(code.id()).filter(own -> !own.id().equals(code.id())).map(own -> own.name().in(Locale.ENGLISH)).orElse(""))
                    .addAttribute("pieces", Piece.of(one.cited().passage().text(), List.of(new Span(one.proposal().start(), one.proposal().end()))))
                    .addAttribute("score", Math.round(100 * one.proposal().score())).addAttribute("threshold", Math.round(100 * one.proposal().threshold()))
                    .addAttribute("skip", address(choice, position(one.proposal())));
        });
        model.addAttribute("themes", codebook.themes().stream().map(one -> new Option(one.id().value(), one.name().in(Locale.ENGLISH), one.id().value().equals(theme))).toList())
                .addAttribute("countries", call.content().invited().stream().sorted(Countries.order(Locale.ENGLISH))
                        .map(one -> new Option(one.value(), Countries.name(one, Locale.ENGLISH), one.value().equals(country))).toList())
                .addAttribute("languages", Stream.of("en", "fr", "es").map(one -> new Option(one, Locale.of(one).getDisplayLanguage(Locale.ENGLISH), one.equals(language))).toList())
                .addAttribute("choice", choice).addAttribute("after", after)
                .addAttribute("today", proposals.decidedSince(call.id(), new Actor(visitor.name()), clock.instant().truncatedTo(ChronoUnit.DAYS)));
        return "queue";
    }

    /** Decides, and goes on to the next. */
    @PostMapping("/queue")
    String decide(@RequestParam long passage, @RequestParam String code, @RequestParam DecisionKind kind, @RequestParam Status status, @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "") String country, @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String after, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Optional<Code> known = CodeGroup.find(coded.codebook(call), code);
        Optional<CitedPassage> cited = passages.find(passage).filter(Visitor.of(request)::sees);
        Optional<Decision> decided = known.isEmpty() || cited.isEmpty() || kind == DecisionKind.ADD ? Optional.empty()
                : deciding.decide(call, new NewDecision(passage, known.get().id(), kind, status, outcome, null, ""), new Actor(principal.getName()));
        decided.ifPresentOrElse(one -> next.addFlashAttribute("done", "%s: %s, %s.".formatted(kind == DecisionKind.ACCEPT ? "Accepted" : "Rejected",
                known.get().name().in(Locale.ENGLISH), cited.get().citation(Locale.ENGLISH))).addFlashAttribute("undo", one.id()).addFlashAttribute("undoPassage", passage),
                () -> next.addFlashAttribute("fault", "Nothing was changed: the passage is not there any more."));
        return "redirect:" + address(new Choice(theme, country, language), after);
    }

    @PostMapping("/queue/undo")
    String undo(@RequestParam long decision, @RequestParam long passage, @RequestParam(defaultValue = "") String theme, @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String after, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        boolean done = passages.find(passage).filter(Visitor.of(request)::sees).isPresent()
                && deciding.undo(calls.current(), decision, new Actor(principal.getName())).isPresent();
        next.addFlashAttribute(done ? "done" : "fault", done ? "Taken back." : "Nothing was changed: somebody decided on this code before you.");
        return "redirect:" + address(new Choice(theme, country, language), after);
    }

    /** What may not be seen, is no longer in force, or says again what its paper says waits for nobody. */
    private Optional<Waiting> next(Call call, Codebook codebook, Choice choice, @Nullable Proposal after, Visitor visitor) {
        List<CodeId> codes = choice.theme().isEmpty() ? List.of() : codebook.all().stream().map(Code::id)
                .filter(id -> codebook.themeOf(id).filter(theme -> theme.id().value().equals(choice.theme())).isPresent()).toList();
        List<Proposal> some = proposals.next(call.id(), codes, after, AT_ONCE);
        while (!some.isEmpty()) {
            Map<Long, CitedPassage> cited = passages.find(some.stream().map(Proposal::passage).distinct().toList());
            Optional<Waiting> found = some.stream().filter(one -> codebook.find(one.code()).filter(code -> code.kind() != CodeKind.STATUS && code.kind() != CodeKind.OUTCOME).isPresent())
                    .filter(one -> Optional.ofNullable(cited.get(one.passage())).filter(passage -> isOpen(passage, choice, visitor)).isPresent()).findFirst()
                    .map(one -> new Waiting(one, cited.get(one.passage())));
            if (found.isPresent()) {
                return found;
            }
            some = proposals.next(call.id(), codes, some.getLast(), AT_ONCE);
        }
        return Optional.empty();
    }

    private static boolean isOpen(CitedPassage passage, Choice choice, Visitor visitor) {
        return passage.inForce() && visitor.sees(passage) && passage.role() != DocumentRole.LANGUAGE_VERSION
                && (choice.language().isEmpty() || passage.passage().language().equals(choice.language()))
                && (choice.country().isEmpty() || passage.countries().stream().map(CountryCode::value).anyMatch(choice.country()::equals));
    }

    private static String position(Proposal proposal) {
        return proposal.distance() + " " + proposal.passage() + " " + proposal.code().value();
    }

    /** Null for the first, and where the address is written by somebody else. */
    private static @Nullable Proposal seen(String after) {
        String[] parts = after.split(" ");
        return !after.matches("\\d+(\\.\\d+)?(E-\\d+)? \\d{1,18} [a-z0-9-]{1,80}") ? null
                : new Proposal(Long.parseLong(parts[1]), new CodeId(parts[2]), Double.parseDouble(parts[0]), 0, Status.IN_PLACE, Outcome.NONE, 0, 0);
    }

    private static String address(Choice choice, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/queue");
        List<String> values = new ArrayList<>();
        Stream.of(List.of("theme", choice.theme()), List.of("country", choice.country()), List.of("language", choice.language()), List.of("after", after))
                .filter(pair -> !pair.get(1).isEmpty()).forEach(pair -> {
                    address.queryParam(pair.getFirst(), "{" + pair.getFirst() + "}");
                    values.add(pair.get(1));
                });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
