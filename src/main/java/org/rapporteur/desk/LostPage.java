package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.LostDecision;
import org.rapporteur.passage.Change;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Comparison;
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

/** {@code /decisions/lost}: decisions whose words a new revision, or a new reading, no longer has; each goes on with other words, or ends. */
@Controller
class LostPage {

    private final Calls calls;
    private final Decisions decisions;
    private final Passages passages;
    private final Coded coded;
    private final Deciding deciding;

    LostPage(Calls calls, Decisions decisions, Passages passages, Coded coded, Deciding deciding) {
        this.calls = calls;
        this.decisions = decisions;
        this.passages = passages;
        this.coded = coded;
        this.deciding = deciding;
    }

    @GetMapping("/decisions/lost")
    String lost(HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Map<Long, List<Change>> changes = new HashMap<>();
        List<LostRow> rows = new ArrayList<>();
        for (LostDecision lost : decisions.lost(call.id())) {
            if (visitor.sees(lost.passage())) {
                rows.add(LostRow.of(lost, changes.computeIfAbsent(lost.decision().extraction(), extraction -> changes(lost, extraction, visitor)),
                        coded.codebook(call)));
            }
        }
        model.addAttribute("rows", rows);
        return "lost";
    }

    /** @param passage whose words it goes on with */
    @PostMapping("/decisions/{id}/carry")
    String carry(@PathVariable long id, @RequestParam long passage, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        LostDecision lost = shown(id, request);
        boolean fits = passages.find(passage).filter(Visitor.of(request)::sees)
                .filter(found -> found.inForce() && found.submission().equals(lost.passage().submission())).isPresent();
        return told(fits && deciding.carry(calls.current(), lost.decision(), passage, new Actor(principal.getName())), "It holds for the new words.", next);
    }

    @PostMapping("/decisions/{id}/end")
    String end(@PathVariable long id, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        shown(id, request);
        return told(deciding.undo(calls.current(), id, new Actor(principal.getName())).isPresent(), "The decision is ended.", next);
    }

    private List<Change> changes(LostDecision lost, long extraction, Visitor visitor) {
        List<CitedPassage> now = passages.ofPaper(lost.passage().submission()).stream().filter(visitor::sees).toList();
        return Comparison.of(passages.cited(List.of(extraction)), now);
    }

    /** What somebody else has ended or carried on in the meantime is not there any more either. */
    private LostDecision shown(long id, HttpServletRequest request) {
        return decisions.lost(calls.current().id()).stream().filter(one -> one.decision().id() == id).findFirst()
                .filter(one -> Visitor.of(request).sees(one.passage())).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String told(boolean done, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(done ? "done" : "fault", done ? sentence : "Nothing was changed: somebody decided before you.");
        return "redirect:/decisions/lost";
    }
}
