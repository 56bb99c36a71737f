package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Password;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /password}: choosing a password, the first one or another. */
@Controller
class PasswordPage {

    private final Accounts accounts;
    private final AuditTrail trail;
    private final LoginThrottle throttle;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PasswordPage(Accounts accounts, AuditTrail trail, LoginThrottle throttle) {
        this.accounts = accounts;
        this.trail = trail;
        this.throttle = throttle;
    }

    @GetMapping("/password")
    String form(Principal principal, Model model) {
        model.addAttribute("oneTime", account(principal).oneTime()).addAttribute("least", Password.LEAST);
        return "password";
    }

    @PostMapping("/password")
    String change(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again, Principal principal, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        Account account = account(principal);
        List<String> faults = faults(account, current, chosen, again);
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("faults", faults);
            return form(principal, model);
        }
        accounts.changePassword(account.name(), new Password(chosen));
        trail.add(account.actor(), "password-changed", account.name(), account.oneTime() ? "the one-time password" : "", null);
        stayLoggedIn(account(principal), request, response);
        return "redirect:/?welcome";
    }

    /** The present password is asked of those who chose it; who comes with a one-time password has just typed it. */
    private List<String> faults(Account account, String current, String chosen, String again) {
        if (!account.oneTime() && throttle.count(account.name()) > LoginThrottle.TRIES) {
            return List.of("Five wrong passwords were given; wait a minute and try again.");
        }
        if (!account.oneTime() && !accounts.matches(account, current)) {
            return List.of("The present password is not right: type it once more.");
        }
        throttle.forget(account.name());
        List<String> faults = new ArrayList<>(Password.faults(chosen));
        if (!chosen.equals(again)) {
            faults.add("The two new passwords differ: type the same one twice.");
        }
        if (faults.isEmpty() && accounts.matches(account, chosen)) {
            faults.add("The new password is the present one: choose another.");
        }
        return faults;
    }

    /** The role counts from now on; a new session number, as after every login. */
    private void stayLoggedIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        UserDetails person = People.person(account);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        contexts.saveContext(context, request, response);
    }

    private Account account(Principal principal) {
        return accounts.find(principal.getName()).orElseThrow(
                () -> new IllegalStateException("somebody is logged in whose account is gone: " + principal.getName()));
    }
}
