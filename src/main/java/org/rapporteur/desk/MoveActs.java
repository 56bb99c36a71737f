package org.rapporteur.desk;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Moving;
import org.rapporteur.submission.Move;
import org.rapporteur.submission.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What those who run the call do at a paper that was accepted for the wrong country: move it, and undo that. */
@Controller
class MoveActs {

    private final Calls calls;
    private final Papers papers;
    private final Moving moving;

    MoveActs(Calls calls, Papers papers, Moving moving) {
        this.calls = calls;
        this.papers = papers;
        this.moving = moving;
    }

    /** @param seen the number that the paper had on the page */
    @PostMapping("/papers/{seen}/move")
    String move(@PathVariable String seen, @RequestParam(defaultValue = "") String country, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Submission submission = find(call, seen);
        Optional<Papers.Choice> chosen = papers.elsewhere(call, submission).stream().filter(choice -> choice.code().equals(country)).findFirst();
        if (chosen.isEmpty()) {
            next.addFlashAttribute("fault", "Please choose the country whose paper this is.");
            return there(submission.number().value());
        }
        Move move = !submission.number().value().equals(seen) ? null
                : moving.move(call, submission, new CountryCode(country), new Actor(principal.getName())).orElse(null);
        return told(call, seen, move, "It is the paper of %s now.".formatted(chosen.get().name()), next);
    }

    @PostMapping("/papers/{seen}/move/undo")
    String undo(@PathVariable String seen, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Submission submission = find(call, seen);
        Move move = !submission.number().value().equals(seen) ? null
                : moving.undo(call, submission, new Actor(principal.getName())).orElse(null);
        return told(call, seen, move, "Undone: it is where it was before.", next);
    }

    private String told(Call call, String seen, @Nullable Move move, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(move == null ? "fault" : "done", move == null
                ? "Nothing was changed: somebody moved this paper before you. This is where it stands now." : sentence);
        return there(find(call, seen).number().value());
    }

    private Submission find(Call call, String number) {
        return papers.find(call, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String there(String number) {
        return "redirect:/papers/" + number;
    }
}
