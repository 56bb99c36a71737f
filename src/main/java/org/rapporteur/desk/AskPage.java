package org.rapporteur.desk;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.letter.Questions;
import org.rapporteur.submission.Delivery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /held/{id}/ask}: a question to the sender of a held delivery, proposed by what it is held for; it stays held until somebody decides. */
@Controller
class AskPage {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 20_000;

    private final OfTheCall ofTheCall;
    private final Questions questions;

    AskPage(OfTheCall ofTheCall, Questions questions) {
        this.ofTheCall = ofTheCall;
        this.questions = questions;
    }

    /** @param language of the proposal; that of the contact where none is asked for */
    @GetMapping("/held/{id}/ask")
    String ask(@PathVariable long id, @RequestParam(required = false) Optional<String> language, Model model, RedirectAttributes next) {
        Call call = ofTheCall.call();
        Delivery delivery = ofTheCall.delivery(id);
        Optional<String> whyNot = questions.whyNot(call, delivery);
        if (whyNot.isPresent()) {
            next.addFlashAttribute("fault", whyNot.get());
            return "redirect:/held/" + id;
        }
        Questions.Proposal proposal = questions.proposal(call, delivery,
                language.filter(HeldPage::isLetterLanguage).map(Locale::of).orElseGet(() -> questions.language(call, delivery)));
        model.addAttribute("id", id).addAttribute("mail", HeldRow.subject(delivery)).addAttribute("recipient", delivery.sender())
                .addAttribute("number", questions.asked(id).size() + 1).addAttribute("proposal", proposal)
                .addAttribute("languages", HeldPage.letterLanguages());
        return "ask";
    }

    /** @param number which question about the delivery it is, from 1, so that of two clicks only one asks */
    @PostMapping("/held/{id}/ask")
    String send(@PathVariable long id, @RequestParam int number, @RequestParam String language, @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text, Principal principal, RedirectAttributes next) {
        Delivery delivery = ofTheCall.delivery(id);
        if (!HeldPage.isLetterLanguage(language) || isUnfit(subject, LONGEST_SUBJECT) || isUnfit(text, LONGEST_TEXT)) {
            next.addFlashAttribute("fault", "Nothing was sent: please write a subject of at most %d and a text of at most %d characters."
                    .formatted(LONGEST_SUBJECT, LONGEST_TEXT));
            return "redirect:/held/" + id;
        }
        boolean asked = questions.ask(ofTheCall.call(), delivery, number, Locale.of(language), subject, text, new Actor(principal.getName()));
        next.addFlashAttribute(asked ? "done" : "fault", asked ? "The question is on its way to %s.".formatted(delivery.sender())
                : "Nothing was sent: somebody asked before you, or its sender can't be asked any more. What was asked stands below.");
        return "redirect:/held/" + id;
    }

    private static boolean isUnfit(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }
}
