package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /papers/{n}/access} and {@code /passages/{id}/access}: who may see a paper or passage, and how it may be quoted; for those who run the call. */
@Controller
class AccessPage {

    private final Calls calls;
    private final Papers papers;
    private final Passages passages;
    private final Submissions submissions;
    private final AccessRules rules;
    private final Restricting restricting;

    AccessPage(Calls calls, Papers papers, Passages passages, Submissions submissions, AccessRules rules, Restricting restricting) {
        this.calls = calls;
        this.papers = papers;
        this.passages = passages;
        this.submissions = submissions;
        this.rules = rules;
        this.restricting = restricting;
    }

    /** A rule as it is listed. */
    record Row(long passage, String text, String rule, String by, boolean lost) {}

    /** @param passage a passage whose rule is to be set on the page; 0 for none */
    @GetMapping("/papers/{number}/access")
    String paper(@PathVariable String number, @RequestParam(defaultValue = "0") long passage, Model model) {
        Call call = calls.current();
        Submission submission = papers.find(call, number).orElseThrow(AccessPage::missing);
        CitedPassage chosen = passages.find(passage).filter(one -> one.submission().equals(submission.number())).orElse(null);
        List<AccessRules.Rule> all = rules.of(submission.id());
        model.addAttribute("number", submission.number().value()).addAttribute("country", Countries.name(submission.countries().getFirst(), Locale.ENGLISH))
                .addAttribute("rule", submissions.rule(submission.id())).addAttribute("chosen", chosen)
                .addAttribute("citation", chosen == null ? "" : chosen.citation(Locale.ENGLISH))
                .addAttribute("own", chosen == null ? null : all.stream().filter(one -> one.text().equals(chosen.passage().text())).findFirst().orElse(null))
                .addAttribute("rows", all.stream().map(one -> new Row(one.passage(), one.text(), words(one.access(), one.attribution()),
                        "%s, %s".formatted(one.actor(), Moments.shown(one.at())), one.lost())).toList());
        return "access";
    }

    @GetMapping("/passages/{id}/access")
    String passage(@PathVariable long id) {
        return passages.find(id).map(cited -> "redirect:" + address(cited)).orElseThrow(AccessPage::missing);
    }

    @PostMapping("/papers/{number}/access")
    String set(@PathVariable String number, @RequestParam Access access, @RequestParam Attribution attribution, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Submission submission = papers.find(call, number).orElseThrow(AccessPage::missing);
        boolean changed = restricting.paper(call, submission, new Submissions.Rule(access, attribution), new Actor(principal.getName()));
        next.addFlashAttribute("done", changed ? "Kept for the whole paper and all its revisions: %s. The search follows within seconds.".formatted(words(access, attribution))
                : "That is the rule already.");
        return "redirect:/papers/%s/access".formatted(submission.number());
    }

    @PostMapping("/passages/{id}/access")
    String set(@PathVariable long id, @RequestParam Access access, @RequestParam Attribution attribution, Principal principal, RedirectAttributes next) {
        CitedPassage cited = passages.find(id).orElseThrow(AccessPage::missing);
        boolean changed = restricting.passage(calls.current(), cited, new Submissions.Rule(access, attribution), new Actor(principal.getName()));
        next.addFlashAttribute(changed ? "done" : "fault", changed ? "Kept for %s, wherever this paper says the same: %s.".formatted(cited.citation(Locale.ENGLISH), words(access, attribution))
                : "Nothing was changed: the passage is of no paper any more.");
        return "redirect:" + address(cited);
    }

    @PostMapping("/passages/{id}/access/undo")
    String undo(@PathVariable long id, Principal principal, HttpServletRequest request, RedirectAttributes next) {
        CitedPassage cited = passages.find(id).orElseThrow(AccessPage::missing);
        boolean changed = restricting.undo(calls.current(), cited, new Actor(principal.getName()));
        next.addFlashAttribute(changed ? "done" : "fault", changed ? "Taken back: the rule of the paper holds for it." : "Nothing was changed: there was no rule for it.");
        return "redirect:/papers/%s/access".formatted(cited.submission());
    }

    private static String address(CitedPassage cited) {
        return "/papers/%s/access?passage=%d".formatted(cited.submission(), cited.passage().id());
    }

    static String words(Access access, Attribution attribution) {
        String seen = access == Access.RESTRICTED ? "restricted: seen by the secretariat alone" : "seen by everybody at the desk";
        return seen + switch (attribution) {
            case NAMED -> ", may be quoted by name";
            case UNNAMED -> ", may be quoted without the name of the country";
            case NOT_FOR_QUOTATION -> ", not for quotation";
        };
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
