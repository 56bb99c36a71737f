package org.rapporteur.pipeline;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.intake.Acceptance;
import org.rapporteur.intake.Verdict;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Splitter;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.Submissions;
import org.rapporteur.submission.WorkItem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Decides what becomes of a delivery, and cuts the papers that are accepted into passages. */
@Component
class SplitStep implements StageStep {

    private final Calls calls;
    private final Acceptance acceptance;
    private final Accepting accepting;
    private final Deliveries deliveries;

    SplitStep(Calls calls, Acceptance acceptance, Accepting accepting, Deliveries deliveries) {
        this.calls = calls;
        this.acceptance = acceptance;
        this.accepting = accepting;
        this.deliveries = deliveries;
    }

    @Override
    public StageOutcome run(WorkItem item) {
        Call call = calls.get(item.call());
        Delivery delivery = deliveries.get(item.subject());
        return switch (acceptance.decide(call, delivery)) {
            case Verdict.Stands stands -> new StageOutcome.Done(Stage.SPLIT, () -> accepting.again(call, delivery, stands.revision()));
            case Verdict.Open open -> new StageOutcome.Done(Stage.SPLIT, () -> accepting.open(call, delivery, open));
            case Verdict.Revise revise -> new StageOutcome.Done(Stage.SPLIT,
                    () -> accepting.revise(call, delivery, revise.before(), revise.documents()));
            case Verdict.Duplicate duplicate -> new StageOutcome.Done(Stage.INDEXED, () -> deliveries.decide(delivery.id(),
                    new Delivery.Decided(DeliveryOutcome.DUPLICATE, "same-documents", "Every document in it came before, with delivery "
                            + duplicate.of() + "; nothing is to be done.", duplicate.of())));
            case Verdict.Hold hold -> new StageOutcome.Stopped(() -> deliveries.decide(delivery.id(),
                    Delivery.Decided.held(hold.rule(), hold.reason())));
        };
    }

    /** The writes of an acceptance. */
    @Component
    static class Accepting {

        private final Submissions submissions;
        private final Deliveries deliveries;
        private final Extractions extractions;
        private final Passages passages;
        private final IndexChanges changes;
        private final Splitter splitter = new Splitter();

        Accepting(Submissions submissions, Deliveries deliveries, Extractions extractions, Passages passages, IndexChanges changes) {
            this.submissions = submissions;
            this.deliveries = deliveries;
            this.extractions = extractions;
            this.passages = passages;
            this.changes = changes;
        }

        /** Accepted before: only what was read since is cut, and an outcome that a failure wrote over it is put right. */
        void again(Call call, Delivery delivery, Revision revision) {
            if (delivery.outcome() != DeliveryOutcome.ACCEPTED) {
                accept(delivery, revision);
            }
            split(call, revision);
            changes.add(call.id(), extractions.all(parts(revision)));
        }

        void open(Call call, Delivery delivery, Verdict.Open open) {
            lock(call, delivery, open.beside() == null ? null : open.beside().id());
            write(call, delivery, submissions.revise(call.id(), submissions.open(call.id(), call.code(), List.of(delivery.country())),
                    delivery.id(), open.documents(), Actor.MACHINE));
        }

        void revise(Call call, Delivery delivery, Revision before, List<Revision.Document> documents) {
            lock(call, delivery, before.id());
            write(call, delivery, submissions.revise(call.id(), before.submission(), delivery.id(), documents, Actor.MACHINE));
            changes.add(call.id(), extractions.latest(parts(before)).stream().map(Extraction::id).toList());
        }

        /** Nothing is written on what is no longer so: the stage is tried again, and decides anew. */
        private void lock(Call call, Delivery delivery, @Nullable Long seen) {
            if (!submissions.isStillInForce(call.id(), delivery.country(), seen)) {
                throw new OptimisticLockingFailureException("another paper of %s was accepted while delivery %d was being decided"
                        .formatted(delivery.country(), delivery.id()));
            }
        }

        private void write(Call call, Delivery delivery, Revision revision) {
            accept(delivery, revision);
            split(call, revision);
        }

        private void accept(Delivery delivery, Revision revision) {
            deliveries.decide(delivery.id(), new Delivery.Decided(DeliveryOutcome.ACCEPTED, "accepted",
                    "%s revision %d".formatted(revision.submission().number(), revision.ordinal()), null));
        }

        private void split(Call call, Revision revision) {
            for (Extraction text : extractions.latest(parts(revision))) {
                List<Passage> split = splitter.split(text.id(), text.blocks(), text.language());
                passages.add(call.id(), split);
            }
        }

        private static Collection<Long> parts(Revision revision) {
            return revision.documents().stream().map(Revision.Document::part).toList();
        }
    }
}
