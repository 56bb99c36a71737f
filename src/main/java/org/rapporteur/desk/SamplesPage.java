package org.rapporteur.desk;

import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;
import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.Sample;
import org.rapporteur.coding.SamplePlan;
import org.rapporteur.coding.Samples;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.DocumentRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /samples}: samples that two people code without seeing one another's work, and drawing a new one. */
@Controller
class SamplesPage {

    private final Calls calls;
    private final Samples samples;
    private final Passages passages;
    private final Coded coded;
    private final OwnWords ownWords;
    private final Accounts accounts;
    private final Decisions decisions;

    SamplesPage(Calls calls, Samples samples, Passages passages, Coded coded, OwnWords ownWords, Accounts accounts, Decisions decisions) {
        this.decisions = decisions;
        this.calls = calls;
        this.samples = samples;
        this.passages = passages;
        this.coded = coded;
        this.ownWords = ownWords;
        this.accounts = accounts;
    }

    /** A sample as it is listed; {@code own} where the visitor has still passages to code. */
    record Row(long id, String name, String drawn, int passages, String first, int firstDone, String second, int secondDone, boolean complete, boolean own) {

        static Row of(Sample sample, Actor visitor) {
            Actor first = sample.plan().first();
            Actor second = sample.plan().second();
            return new Row(sample.id(), sample.plan().name(), Moments.shown(sample.drawn()), sample.passages().size(), first.name(), sample.done(first),
                    second.name(), sample.done(second), sample.isComplete(), sample.coders().contains(visitor) && sample.next(visitor, 0).isPresent());
        }
    }

    @GetMapping("/samples")
    String samples(HttpServletRequest request, Principal principal, Model model) {
        Actor visitor = new Actor(principal.getName());
        model.addAttribute("rows", samples.of(calls.current()).stream().map(sample -> Row.of(sample, visitor)).toList()).addAttribute("most", SamplePlan.MOST);
        if (Visitor.of(request).runsTheCall()) {
            model.addAttribute("people", accounts.all().stream().filter(Account::enabled).map(Account::name).toList());
        }
        return "samples";
    }

    /** Draws a sample; only passages that everybody at the desk may see, and that are evidence. */
    @PostMapping("/samples")
    String draw(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int size, @RequestParam(defaultValue = "50") int proposed,
            @RequestParam(defaultValue = "") String seed, @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String second,
            Principal principal, RedirectAttributes next) {
        String fault = fault(name.strip(), size, proposed, seed.strip(), first, second);
        if (!fault.isEmpty()) {
            return told("fault", "Nothing was drawn: " + fault, next);
        }
        Call call = calls.current();
        SamplePlan plan = new SamplePlan(name.strip(), size, proposed, seed.isBlank() ? name.strip().substring(0, Math.min(name.strip().length(),
                SamplePlan.LONGEST_SEED)) : seed.strip(), new Actor(first), new Actor(second));
        Set<Long> noEvidence = ownWords.noEvidence(call);
        Set<Long> known = known(call, plan);
        List<CitedPassage> from = passages.inForce(call.id()).stream().filter(passage -> passage.access() == Access.PUBLIC && !known.contains(passage.passage().id()))
                .filter(passage -> passage.role() != DocumentRole.LANGUAGE_VERSION && !noEvidence.contains(passage.passage().id())).toList();
        return samples.draw(call, plan, from, coded.proposed(call), new Actor(principal.getName()))
                .map(sample -> told("done", sample.passages().size() == size ? "The sample is drawn." : "The sample is drawn; there are only %d passages."
                        .formatted(sample.passages().size()), next))
                .orElseGet(() -> told("fault", from.isEmpty() ? "Nothing was drawn: no paper that everybody may see has been read yet."
                        : "Nothing was drawn: there is a sample of this name.", next));
    }

    private String fault(String name, int size, int proposed, String seed, String first, String second) {
        if (name.isEmpty() || name.length() > SamplePlan.LONGEST_NAME) {
            return "please give it a name of at most %d characters.".formatted(SamplePlan.LONGEST_NAME);
        }
        if (seed.length() > SamplePlan.LONGEST_SEED) {
            return "the seed has more than %d characters.".formatted(SamplePlan.LONGEST_SEED);
        }
        if (size < 1 || size > SamplePlan.MOST || proposed < 0 || proposed > 100) {
            return "a sample has 1 to %d passages, and 0 to 100 of a hundred with a proposal.".formatted(SamplePlan.MOST);
        }
        if (first.equals(second) || Stream.of(first, second).anyMatch(coder -> accounts.find(coder).filter(Account::enabled).isEmpty())) {
            return "please choose two different people who may log in.";
        }
        return "";
    }

    /** Passages of which a coder knows already what was proposed or said. */
    private Set<Long> known(Call call, SamplePlan plan) {
        List<Actor> coders = List.of(plan.first(), plan.second());
        Set<Long> known = new HashSet<>(decisions.decidedBy(call.id(), coders));
        samples.of(call).stream().filter(sample -> sample.coders().stream().anyMatch(coders::contains)).forEach(sample -> known.addAll(sample.passages().values()));
        return known;
    }

    private static String told(String how, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(how, sentence);
        return "redirect:/samples";
    }
}
