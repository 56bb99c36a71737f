package org.rapporteur.desk;

import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Actor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;

/** Looks at a name and password unless too many were tried for that name just now. */
final class ThrottledLogin implements AuthenticationProvider {

    private final AuthenticationProvider login;
    private final LoginThrottle throttle;
    private final AuditTrail trail;

    ThrottledLogin(AuthenticationProvider login, LoginThrottle throttle, AuditTrail trail) {
        this.login = login;
        this.throttle = throttle;
        this.trail = trail;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        int number = throttle.count(tried.getName());
        if (number > LoginThrottle.TRIES) {
            if (number == LoginThrottle.TRIES + 1) {
                trail.add(Actor.MACHINE, "login-throttled", "", "five wrong passwords for one name", null);
            }
            throw new LockedException("too many passwords were tried for this name");
        }
        Authentication known = login.authenticate(tried);
        throttle.forget(tried.getName());
        return known;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return login.supports(kind);
    }
}
