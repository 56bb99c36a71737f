package org.rapporteur.pipeline;

import java.util.List;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coding;
import org.rapporteur.coding.Codings;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.springframework.stereotype.Component;

/** Codes the passages of a delivery, and lists them for the index. */
@Component
class CodeStep implements StageStep {

    private final Calls calls;
    private final Codebooks codebooks;
    private final Codings codings;
    private final Texts texts;
    private final IndexChanges changes;

    CodeStep(Calls calls, Codebooks codebooks, Codings codings, Texts texts, IndexChanges changes) {
        this.calls = calls;
        this.codebooks = codebooks;
        this.codings = codings;
        this.texts = texts;
        this.changes = changes;
    }

    @Override
    public StageOutcome run(WorkItem item) {
        Call call = calls.get(item.call());
        List<Long> extractions = texts.extractions(item.subject());
        List<Passage> passages = texts.passages(extractions);
        List<Coding> found = codebooks.coder(call).code(passages);
        return new StageOutcome.Done(Stage.CODED, () -> {
            codings.replace(call, extractions, found);
            changes.add(call.id(), extractions);
        });
    }

    /** What a delivery brought to read. */
    @Component
    static class Texts {

        private final Deliveries deliveries;
        private final Extractions extractions;
        private final Passages passages;

        Texts(Deliveries deliveries, Extractions extractions, Passages passages) {
            this.deliveries = deliveries;
            this.extractions = extractions;
            this.passages = passages;
        }

        List<Long> extractions(long delivery) {
            return extractions.latest(deliveries.parts(delivery).stream().map(Part::id).toList()).stream().map(Extraction::id).toList();
        }

        List<Passage> passages(List<Long> ids) {
            return passages.of(ids);
        }
    }
}
