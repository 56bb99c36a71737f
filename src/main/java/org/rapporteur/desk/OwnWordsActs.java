package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.rapporteur.account.Actor;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /passages/{id}/own}: that a text is the country's own although it stands elsewhere too. */
@Controller
class OwnWordsActs {

    private final Passages passages;
    private final OwnWords ownWords;

    OwnWordsActs(Passages passages, OwnWords ownWords) {
        this.passages = passages;
        this.ownWords = ownWords;
    }

    @PostMapping("/passages/{id}/own")
    String declare(@PathVariable long id, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        CitedPassage cited = shown(id, request);
        return told(cited, ownWords.declare(id, new Actor(principal.getName())), "It counts as the country's own.", next);
    }

    @PostMapping("/passages/{id}/own/undo")
    String undo(@PathVariable long id, HttpServletRequest request, Principal principal, RedirectAttributes next) {
        CitedPassage cited = shown(id, request);
        return told(cited, ownWords.undo(id, new Actor(principal.getName())), "Taken back.", next);
    }

    private CitedPassage shown(long id, HttpServletRequest request) {
        return passages.find(id).filter(Visitor.of(request)::sees).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String told(CitedPassage cited, boolean done, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(done ? "done" : "fault", done ? sentence : "Nothing was changed: somebody was there before you.");
        return "redirect:/papers/" + cited.submission() + (cited.inForce() ? "#p" + cited.passage().id() : "");
    }
}
