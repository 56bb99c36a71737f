package org.rapporteur.desk;

import java.security.Principal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Role;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;

/**
 * Who looks at a page.
 *
 * @param name of the account; null before the login
 * @param role null before the login and for those who have yet to choose a password
 */
record Visitor(@Nullable String name, @Nullable Role role) {

    static Visitor of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        Role role = null;
        for (Role candidate : Role.values()) {
            role = request.isUserInRole(candidate.name()) ? candidate : role;
        }
        return new Visitor(principal == null ? null : principal.getName(), role);
    }

    /** Whether the pages of the desk are open to the visitor. */
    public boolean isIn() {
        return role != null;
    }

    /** Who may log in is for administrators to say. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Restricted papers and passages, and who sent what, are for those who run the call. */
    public boolean runsTheCall() {
        return role == Role.SECRETARIAT || role == Role.ADMINISTRATOR;
    }

    boolean seesRestricted() {
        return runsTheCall();
    }

    boolean sees(CitedPassage passage) {
        return passage.access() == Access.PUBLIC || seesRestricted();
    }
}
