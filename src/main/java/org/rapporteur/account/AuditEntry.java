package org.rapporteur.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail.
 *
 * @param at when
 * @param actor who
 * @param act what was done, lower-case words joined by hyphens, at most 60 characters: {@code password-changed}
 * @param subject to what: an account name, a submission number; may be empty
 * @param detail more about it; may be empty
 * @param call the key of the call; null where the act is of none
 */
public record AuditEntry(Instant at, Actor actor, String act, String subject, String detail, @Nullable Long call) {

    public AuditEntry {
        if (!act.matches("[a-z0-9-]{2,60}")) {
            throw new IllegalArgumentException("an act is words joined by hyphens such as password-changed, not '" + act + "'");
        }
    }
}
