package org.rapporteur.desk;

import org.rapporteur.account.Accounts;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.stereotype.Component;

/** Writes logins and logouts to the audit trail. */
@Component
class LoginRecord {

    private final AuditTrail trail;
    private final Accounts accounts;

    LoginRecord(AuditTrail trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    @EventListener
    void loggedIn(AuthenticationSuccessEvent login) {
        if (login.getAuthentication() instanceof BearerTokenAuthentication) {
            return; // a program says who it is with every request
        }
        String name = login.getAuthentication().getName();
        trail.add(new Actor(name), "login", name, "", null);
    }

    /** What was typed as a name is kept only where it is one: people type passwords there. */
    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent login) {
        accounts.find(login.getAuthentication().getName()).ifPresentOrElse(
                account -> trail.add(Actor.MACHINE, "login-failed", account.name(), "", null),
                () -> trail.add(Actor.MACHINE, "login-failed", "", "no account has the name that was typed", null));
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent logout) {
        String name = logout.getAuthentication().getName();
        trail.add(new Actor(name), "logout", name, "", null);
    }
}
