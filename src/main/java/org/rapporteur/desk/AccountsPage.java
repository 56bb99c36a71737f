package org.rapporteur.desk;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /accounts}: who may log in, for administrators. A one-time password is shown once, to whoever hands it over. */
@Controller
class AccountsPage {

    private static final String HERE = "redirect:/accounts";

    private final Accounts accounts;
    private final AuditTrail trail;
    private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

    /** @param sessions of people who are logged in; there are none without a desk */
    AccountsPage(Accounts accounts, AuditTrail trail, ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
        this.accounts = accounts;
        this.trail = trail;
        this.sessions = sessions;
    }

    @GetMapping("/accounts")
    String page(Model model) {
        model.addAttribute("accounts", accounts.all()).addAttribute("roles", Role.values());
        return "accounts";
    }

    @PostMapping("/accounts")
    String open(@RequestParam(defaultValue = "") String name, @RequestParam Role role, Principal principal, RedirectAttributes next) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (!Accounts.isName(wanted)) {
            next.addFlashAttribute("fault", "A name has 2 to 100 letters, digits and . _ @ -, such as anna.berg; choose another.");
            return HERE;
        }
        Optional<String> password = accounts.open(wanted, role);
        if (password.isEmpty()) {
            next.addFlashAttribute("fault", "There is an account '%s' already; choose another name.".formatted(wanted));
            return HERE;
        }
        return shown(password.get(), wanted, "account-opened", role.name(), principal, next);
    }

    @PostMapping("/accounts/{name}/reset")
    String reset(@PathVariable String name, Principal principal, RedirectAttributes next) {
        Optional<String> given = accounts.reset(name);
        given.filter(password -> !name.equals(principal.getName())).ifPresent(password -> logOut(name));
        return given.map(password -> shown(password, name, "password-reset", "", principal, next)).orElse(HERE);
    }

    /** Nobody locks out oneself, so that there is always somebody who can let the others in. */
    @PostMapping("/accounts/{name}/enable")
    String enable(@PathVariable String name, @RequestParam boolean enabled, Principal principal, RedirectAttributes next) {
        Optional<Account> account = accounts.find(name);
        if (account.isEmpty() || name.equals(principal.getName())) {
            next.addFlashAttribute("fault", "Your own account stays open; ask another administrator to close it.");
            return HERE;
        }
        accounts.enable(name, enabled);
        if (!enabled) {
            logOut(name);
        }
        trail.add(new Actor(principal.getName()), enabled ? "account-enabled" : "account-closed", name, "", null);
        return HERE;
    }

    /** Whoever is logged in somewhere under this name is out with the next click. */
    private void logOut(String name) {
        sessions.ifAvailable(all -> all.findByPrincipalName(name).keySet().forEach(all::deleteById));
    }

    private String shown(String password, String name, String act, String detail, Principal principal, RedirectAttributes next) {
        trail.add(new Actor(principal.getName()), act, name, detail, null);
        next.addFlashAttribute("password", password).addFlashAttribute("name", name);
        return HERE;
    }
}
