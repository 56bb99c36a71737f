package org.rapporteur.report;

import java.time.Instant;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.passage.CitedPassage;

/**
 * What a coder said elsewhere of a code on a passage of ours.
 *
 * @param at when; empty where the file does not tell
 * @param rejected whether the coder says that the code is wrong there
 * @param start 0-based offset of the stretch in the passage, UTF-16 code units
 * @param end after it; 0 for the whole passage
 * @param memo why; may be empty
 */
record BroughtCoding(CitedPassage cited, CodeId code, Actor coder, Optional<Instant> at, boolean rejected, Status status, Outcome outcome, int start, int end,
        String memo) {

    Optional<NewDecision.Extent> extent() {
        return end == 0 ? Optional.empty() : Optional.of(new NewDecision.Extent(start, end));
    }

    /** Whether it says the same as what somebody has said here. */
    boolean says(CodeId code, boolean rejected, Status status, Outcome outcome) {
        return this.code.equals(code) && this.rejected == rejected && (rejected || this.status == status && this.outcome == outcome);
    }
}
