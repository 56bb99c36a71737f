package org.rapporteur.intake;

import java.util.List;
import java.util.Optional;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Receipts;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Move;
import org.rapporteur.submission.Moves;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a paper that was accepted for the wrong country to the right one, and back. Number, ledger, search and letters follow at once. */
@Component
public class Moving {

    private final Moves moves;
    private final Submissions submissions;
    private final IndexChanges changes;
    private final Receipts receipts;
    private final TransactionTemplate transaction;

    Moving(Moves moves, Submissions submissions, IndexChanges changes, Receipts receipts, TransactionTemplate transaction) {
        this.moves = moves;
        this.submissions = submissions;
        this.changes = changes;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    /** The move by which a submission is where it is. */
    public Optional<Move> standing(Submission submission) {
        return moves.standing(submission.id());
    }

    /** @return the move; empty where somebody moved it before */
    public Optional<Move> move(Call call, Submission submission, CountryCode to, Actor actor) {
        return transaction.execute(status -> {
            Optional<Move> moved = moves.move(call.id(), call.code(), submission, to, actor);
            moved.ifPresent(move -> follow(call, submission, to, "moved " + move.id()));
            return moved;
        });
    }

    /** @return the move that was undone; empty where there is none, or somebody undid it before */
    public Optional<Move> undo(Call call, Submission submission, Actor actor) {
        return transaction.execute(status -> {
            Optional<Move> undone = moves.undo(call.id(), submission, actor);
            undone.ifPresent(move -> follow(call, submission, move.from(), "move " + move.id() + " undone"));
            return undone;
        });
    }

    private void follow(Call call, Submission submission, CountryCode country, String how) {
        List<Long> brought = submissions.revisions(call.id(), country).stream()
                .filter(revision -> revision.submission().id() == submission.id()).map(Revision::delivery).toList();
        changes.addPaper(call.id(), submission.id());
        receipts.moved(brought, country, how);
    }
}
