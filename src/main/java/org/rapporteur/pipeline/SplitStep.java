package org.rapporteur.pipeline;

import java.util.Collection;
import java.util.List;
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
            case Verdict.Open open -> new StageOutcome.Done(Stage.SPLIT, () -> accepting.open(call, delivery, open.documents()));
            case Verdict.Revise revise -> new StageOutcome.Done(Stage.SPLIT,
                    () -> accepting.revise(call, delivery, revise.before(), revise.documents()));
            case Verdict.Duplicate duplicate -> new StageOutcome.Done(Stage.INDEXED, () -> deliveries.decide(delivery.id(),
                    new Delivery.Decided(DeliveryOutcome.DUPLICATE, "same-documents", "Every document in it is in force already, since delivery "
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

        void open(Call call, Delivery delivery, List<Revision.Document> documents) {
            write(call, delivery, submissions.revise(call.id(), submissions.open(call.id(), call.code(), List.of(delivery.country())),
                    delivery.id(), documents));
        }

        void revise(Call call, Delivery delivery, Revision before, List<Revision.Document> documents) {
            write(call, delivery, submissions.revise(call.id(), before.submission(), delivery.id(), documents));
            changes.add(call.id(), extractions.latest(parts(before)).stream().map(Extraction::id).toList());
        }

        private void write(Call call, Delivery delivery, Revision revision) {
            deliveries.decide(delivery.id(), new Delivery.Decided(DeliveryOutcome.ACCEPTED, "accepted",
                    "%s revision %d".formatted(revision.submission().number(), revision.ordinal()), null));
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
