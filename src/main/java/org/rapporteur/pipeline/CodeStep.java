package org.rapporteur.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coder;
import org.rapporteur.coding.Coding;
import org.rapporteur.coding.Codings;
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
    private final Library library;
    private final IndexChanges changes;

    CodeStep(Calls calls, Codebooks codebooks, Codings codings, Library library, IndexChanges changes) {
        this.calls = calls;
        this.codebooks = codebooks;
        this.codings = codings;
        this.library = library;
        this.changes = changes;
    }

    @Override
    public StageOutcome run(WorkItem item) {
        return run(List.of(item)).getFirst();
    }

    /** What it costs to look for every cue hardly depends on how many passages there are. */
    @Override
    public List<StageOutcome> run(List<WorkItem> items) {
        Map<Long, Texts> read = items.stream().collect(Collectors.toMap(WorkItem::id, item -> library.of(item.subject())));
        Map<Long, List<Coding>> found = new HashMap<>();
        Map<Long, String> models = new HashMap<>();
        items.stream().collect(Collectors.groupingBy(WorkItem::call)).forEach((call, own) -> {
            Coder coder = codebooks.coder(calls.get(call));
            models.put(call, coder.version());
            coder.code(own.stream().flatMap(item -> read.get(item.id()).passages().stream()).toList())
                    .forEach(coding -> found.computeIfAbsent(coding.passage(), key -> new ArrayList<>()).add(coding));
        });
        return items.stream().map(item -> coded(item, read.get(item.id()), found, models.get(item.call()))).toList();
    }

    private StageOutcome coded(WorkItem item, Texts read, Map<Long, List<Coding>> found, String model) {
        Call call = calls.get(item.call());
        List<Coding> own = read.passages().stream().flatMap(passage -> found.getOrDefault(passage.id(), List.of()).stream()).toList();
        return new StageOutcome.Done(Stage.CODED, () -> {
            codings.replace(call, read.extractions(), own, model);
            changes.add(call.id(), read.extractions());
        });
    }

    /** What a delivery brought to read. */
    private record Texts(List<Long> extractions, List<Passage> passages) {}

    /** Finds what a delivery brought to read. */
    @Component
    static class Library {

        private final Deliveries deliveries;
        private final Extractions extractions;
        private final Passages passages;

        Library(Deliveries deliveries, Extractions extractions, Passages passages) {
            this.deliveries = deliveries;
            this.extractions = extractions;
            this.passages = passages;
        }

        private Texts of(long delivery) {
            List<Long> ids = extractions.latestKeys(deliveries.parts(delivery).stream().map(Part::id).toList());
            return new Texts(ids, passages.of(ids));
        }
    }
}
