package org.rapporteur.report;

import java.time.Instant;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;

/**
 * What a coder, or the machine, says of a code on a passage.
 *
 * @param coder who; the machine where nobody decided
 * @param at when it was decided; empty for the machine
 * @param rejected whether the coder says that the code is wrong there
 * @param counts whether it is the effective coding
 * @param score of the machine, 0 to 1; 1 where a person decided
 * @param cue of the machine; may be empty
 * @param start of the stretch that a person coded, or that made the machine think so, 0-based in the passage, UTF-16 code units
 * @param end after it; 0 for the whole passage
 * @param memo why; may be empty
 */
record ExchangedCoding(CodeId code, Actor coder, Optional<Instant> at, boolean rejected, boolean counts, double score, Status status,
        Outcome outcome, String cue, int start, int end, String memo) {

    boolean isOfMachine() {
        return coder.equals(Actor.MACHINE);
    }
}
