package org.rapporteur.desk;

import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.coding.Decision;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.search.IndexChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions on codes as the desk makes them: what is searched follows at once. */
@Component
class Deciding {

    private final Decisions decisions;
    private final IndexChanges changes;
    private final TransactionTemplate transaction;

    Deciding(Decisions decisions, IndexChanges changes, TransactionTemplate transaction) {
        this.decisions = decisions;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** @return the decision; empty where the passage is of no paper, or the stretch not within it */
    Optional<Decision> decide(Call call, NewDecision decision, Actor coder) {
        return transaction.execute(status -> listed(call, decisions.decide(decision, coder)));
    }

    /** @return the decision; empty where it does not stand any more */
    Optional<Decision> undo(Call call, long decision, Actor coder) {
        return transaction.execute(status -> listed(call, decisions.undo(decision, coder)));
    }

    /** Lets a decision go on with other words, and ends it where it stood; false where it does not stand any more. */
    boolean carry(Call call, Decision decision, long passage, Actor coder) {
        return Boolean.TRUE.equals(transaction.execute(status -> undo(call, decision.id(), coder).isPresent()
                && decide(call, new NewDecision(passage, decision.code(), decision.kind(), decision.status(), decision.outcome(), null, decision.memo()), coder)
                        .isPresent()));
    }

    private Optional<Decision> listed(Call call, Optional<Decision> decision) {
        decision.ifPresent(one -> changes.addPaper(call.id(), one.submission()));
        return decision;
    }
}
