package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /passages/{id}/codes}: the codes of one passage, where they are accepted, rejected, added, and taken back. */
@Controller
class CodesPage {

    private final Calls calls;
    private final Passages passages;
    private final Coded coded;
    private final Decisions decisions;
    private final Deciding deciding;

    CodesPage(Calls calls, Passages passages, Coded coded, Decisions decisions, Deciding deciding) {
        this.calls = calls;
        this.passages = passages;
        this.coded = coded;
        this.decisions = decisions;
        this.deciding = deciding;
    }

    @GetMapping("/passages/{id}/codes")
    String codes(@PathVariable long id, HttpServletRequest request, Model model) {
        CitedPassage cited = shown(id, Visitor.of(request));
        Codebook codebook = coded.codebook(calls.current());
        List<Long> extraction = List.of(cited.passage().extraction());
        List<Decision> standing = decisions.standing(extraction).getOrDefault(id, List.of());
        model.addAttribute("cited", cited).addAttribute("citation", cited.citation(Locale.ENGLISH))
                .addAttribute("labels", Label.of(cited.passage().text(), coded.effective(extraction).getOrDefault(id, List.of()), standing, codebook))
                .addAttribute("rejected", Label.rejected(standing, codebook)).addAttribute("groups", CodeGroup.all(codebook))
                .addAttribute("statuses", Status.values()).addAttribute("outcomes", Outcome.values());
        return "codes";
    }

    /**
     * Decides on a code.
     *
     * @param words the stretch of the passage that is meant, verbatim; empty for all of it
     * @param at 0-based offset in the passage where the stretch begins; -1 for its first place
     * @param back {@code paper} to go on in the paper, else the page of the passage is shown
     */
    @PostMapping("/passages/{id}/codes")
    String decide(@PathVariable long id, @RequestParam(defaultValue = "") String code, @RequestParam DecisionKind kind,
            @RequestParam(defaultValue = "IN_PLACE") Status status, @RequestParam(defaultValue = "NONE") Outcome outcome,
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "-1") int at,
            @RequestParam(defaultValue = "") String memo, @RequestParam(defaultValue = "") String back,
            HttpServletRequest request, Principal principal, RedirectAttributes next) {
        CitedPassage cited = shown(id, Visitor.of(request));
        Call call = calls.current();
        Optional<Code> known = CodeGroup.find(coded.codebook(call), code);
        if (known.isEmpty()) {
            return told(cited, back, "fault", "Nothing was changed: please choose a code.", next);
        }
        if (memo.length() > NewDecision.LONGEST_MEMO) {
            return told(cited, back, "fault", "Nothing was changed: the memo is longer than %d characters.".formatted(NewDecision.LONGEST_MEMO), next);
        }
        NewDecision.@Nullable Extent extent = null;
        if (!words.isBlank()) {
            int start = at >= 0 && cited.passage().text().startsWith(words.strip(), at) ? at : cited.passage().text().indexOf(words.strip());
            if (start < 0) {
                return told(cited, back, "fault", "Nothing was changed: the passage does not say “%s”. Please copy the words from it.".formatted(words.strip()), next);
            }
            extent = new NewDecision.Extent(start, start + words.strip().length());
        }
        boolean done = deciding.decide(call, new NewDecision(id, known.get().id(), kind, status, outcome, extent, memo.strip()), new Actor(principal.getName()))
                .isPresent();
        return told(cited, back, done ? "done" : "fault", !done ? "Nothing was changed: the passage is of no paper any more."
                : "%s: %s.".formatted(switch (kind) {
                    case ACCEPT -> "Accepted";
                    case REJECT -> "Rejected";
                    case ADD -> "Added";
                }, name(known.get())), next);
    }

    @PostMapping("/passages/{id}/codes/undo")
    String undo(@PathVariable long id, @RequestParam long decision, @RequestParam(defaultValue = "") String back, HttpServletRequest request,
            Principal principal, RedirectAttributes next) {
        CitedPassage cited = shown(id, Visitor.of(request));
        boolean ofIt = decisions.standing(List.of(cited.passage().extraction())).getOrDefault(id, List.of()).stream().anyMatch(one -> one.id() == decision);
        boolean done = ofIt && deciding.undo(calls.current(), decision, new Actor(principal.getName())).isPresent();
        return told(cited, back, done ? "done" : "fault", done ? "Taken back: what stood before it stands again."
                : "Nothing was changed: somebody decided on this code before you.", next);
    }

    private CitedPassage shown(long id, Visitor visitor) {
        return passages.find(id).filter(visitor::sees)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String told(CitedPassage cited, String back, String how, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(how, sentence);
        return back.equals("paper") && cited.inForce() ? "redirect:/papers/%s#p%d".formatted(cited.submission(), cited.passage().id())
                : "redirect:/passages/%d/codes".formatted(cited.passage().id());
    }

    private static String name(Code code) {
        return code.name().in(Locale.ENGLISH);
    }
}
