package org.rapporteur.desk;

import java.security.Principal;
import org.rapporteur.account.Actor;
import org.rapporteur.account.Tokens;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /tokens}: with which a person's programs search in that person's name. */
@Controller
class TokensPage {

    private static final int LONGEST_NAME = 100;

    private final Tokens tokens;

    TokensPage(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token as it is listed. */
    record Row(long id, String name, String made, String ends, String used) {}

    @GetMapping("/tokens")
    String tokens(Principal principal, Model model) {
        model.addAttribute("rows", tokens.of(new Actor(principal.getName())).stream().map(token -> new Row(token.id(), token.name(), Moments.shown(token.madeAt()),
                Moments.shown(token.expiresAt()), token.usedAt() == null ? "never used" : "used on " + token.usedAt().toString().substring(0, 10))).toList());
        return "tokens";
    }

    @PostMapping("/tokens")
    String make(@RequestParam(defaultValue = "") String name, Principal principal, RedirectAttributes next) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            next.addFlashAttribute("fault", "No token was made: say in at most %d characters what it is for.".formatted(LONGEST_NAME));
        } else {
            next.addFlashAttribute("token", tokens.make(name.strip(), new Actor(principal.getName())));
        }
        return "redirect:/tokens";
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(@PathVariable long id, Principal principal, RedirectAttributes next) {
        boolean done = tokens.revoke(id, new Actor(principal.getName()));
        next.addFlashAttribute(done ? "done" : "fault", done ? "Programs that use this token are refused from now on." : "There is no such token.");
        return "redirect:/tokens";
    }
}
