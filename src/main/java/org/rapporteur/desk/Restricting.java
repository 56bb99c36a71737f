package org.rapporteur.desk;

import java.util.Locale;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says who may see papers and passages: what is searched follows, in one transaction with it. */
@Component
class Restricting {

    private final Submissions submissions;
    private final AccessRules rules;
    private final IndexChanges changes;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Restricting(Submissions submissions, AccessRules rules, IndexChanges changes, AuditTrail audit, TransactionTemplate transaction) {
        this.submissions = submissions;
        this.rules = rules;
        this.changes = changes;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @return false where that was the rule */
    boolean paper(Call call, Submission submission, Submissions.Rule rule, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = submissions.setRule(call.id(), submission, rule, actor);
            if (changed) {
                changes.addPaper(call.id(), submission.id());
            }
            return changed;
        }));
    }

    /** @return false where the passage is of no paper */
    boolean passage(Call call, CitedPassage cited, Submissions.Rule rule, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> listed(call, cited, rules.set(cited.passage().id(), rule.access(), rule.attribution(), actor.name()),
                "passage-access", "%s, %s".formatted(rule.access(), rule.attribution()), actor)));
    }

    /** @return false where there was no rule */
    boolean undo(Call call, CitedPassage cited, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> listed(call, cited, rules.undo(cited.passage().id()), "passage-access-undone", "", actor)));
    }

    private boolean listed(Call call, CitedPassage cited, boolean changed, String act, String what, Actor actor) {
        if (changed) {
            audit.add(actor, act, "passage " + cited.passage().id(), what.toLowerCase(Locale.ROOT), call.id());
            submissions.find(call.id(), cited.submission()).ifPresent(submission -> changes.addPaper(call.id(), submission.id()));
        }
        return changed;
    }
}
