package org.rapporteur.coding;

/** A code that somebody put on a passage without seeing what others say, the machine included. */
public record BlindCode(CodeId code, Status status, Outcome outcome) {

    NewDecision on(long passage) {
        return new NewDecision(passage, code, DecisionKind.ADD, status, outcome, null, "");
    }
}
