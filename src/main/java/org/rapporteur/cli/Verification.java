package org.rapporteur.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Quotation;
import org.rapporteur.passage.Splitter;
import org.rapporteur.search.PassageQuery;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Submissions;
import org.rapporteur.synthesis.Drafts;
import org.springframework.context.ApplicationContext;

/** Holds everything in a data folder against everything else: bytes against hashes, papers against the ledger, quotations against passages. */
final class Verification {

    private final ApplicationContext context;
    private final Call call;
    private final List<String> wrong = new ArrayList<>();
    private int checked;

    Verification(ApplicationContext context) {
        this.context = context;
        this.call = context.getBean(Calls.class).current();
    }

    /** What was found; {@code checked} counts single facts. */
    record Found(int checked, List<String> wrong) {}

    Found run(Progress progress) {
        originals(progress);
        List<Delivery> deliveries = context.getBean(Deliveries.class).of(call.id());
        List<Part> parts = context.getBean(Deliveries.class).parts(deliveries.stream().map(Delivery::id).toList());
        ledger(deliveries, parts);
        passages(parts);
        List<CitedPassage> inForce = context.getBean(Passages.class).inForce(call.id());
        citations();
        index(inForce);
        return new Found(checked, List.copyOf(wrong));
    }

    private void originals(Progress progress) {
        Originals originals = context.getBean(Originals.class);
        for (Sha256 hash : originals.all()) {
            Path file = originals.file(hash);
            if (Files.notExists(file)) {
                check(false, "original %s is missing; bring %s back from a backup".formatted(hash, file));
            } else {
                check(Sha256.of(file).equals(hash), "original %s has changed since it came; bring it back from a backup".formatted(file));
            }
            progress.step();
        }
    }

    private void ledger(List<Delivery> deliveries, List<Part> parts) {
        Set<Sha256> kept = Set.copyOf(context.getBean(Originals.class).all());
        deliveries.forEach(delivery -> check(kept.contains(delivery.original()), "delivery %d has no original".formatted(delivery.id())));
        parts.forEach(part -> check(kept.contains(part.original()), "part %d of delivery %d has no original".formatted(part.id(), part.delivery())));
        List<Revision> revisions = context.getBean(Submissions.class).revisions(call.id());
        Set<Long> revised = revisions.stream().map(Revision::delivery).collect(Collectors.toSet());
        deliveries.stream().filter(delivery -> delivery.outcome() == DeliveryOutcome.ACCEPTED).forEach(accepted ->
                check(revised.contains(accepted.id()), "delivery %d is accepted, but no revision holds it".formatted(accepted.id())));
        revisions.forEach(revision -> check(!revision.documents().isEmpty(),
                "revision %d of %s has no document".formatted(revision.ordinal(), revision.submission().number())));
    }

    private void passages(Collection<Part> parts) {
        Map<Long, Extraction> extractions = context.getBean(Extractions.class).latest(parts.stream().map(Part::id).toList()).stream()
                .collect(Collectors.toMap(Extraction::id, Function.identity()));
        Map<Long, String> texts = extractions.values().stream().collect(Collectors.toMap(Extraction::id, e -> Splitter.text(e.blocks())));
        for (Passage passage : context.getBean(Passages.class).of(extractions.keySet())) {
            String text = texts.get(passage.extraction());
            check(passage.locator().end() <= text.length()
                    && Quotation.standsIn(passage.text(), text.substring(passage.locator().start(), passage.locator().end())),
                    "passage %d does not stand in its paper where it says; read the paper again".formatted(passage.id()));
        }
    }

    private void citations() {
        Passages passages = context.getBean(Passages.class);
        for (Drafts.Stored evidence : context.getBean(Drafts.class).evidence(call.id())) {
            String text = passages.find(evidence.passage()).map(cited -> cited.passage().text()).orElse("");
            check(Sha256.of(text).equals(evidence.text()), "evidence %d rests on passage %d, which reads otherwise now; draft again"
                    .formatted(evidence.evidence(), evidence.passage()));
            if (evidence.quotation() != null) {
                check(Quotation.standsIn(evidence.quotation(), text),
                        "evidence %d quotes what passage %d does not say; strike it out".formatted(evidence.evidence(), evidence.passage()));
            }
        }
    }

    private void index(List<CitedPassage> inForce) {
        long found = context.getBean(PassageSearch.class).search(new PassageQuery.All(), call.code(), true, 0, 1).total();
        check(found == inForce.size(), "the search index holds %d passages in force, the database %d; run 'rapporteur reindex'"
                .formatted(found, inForce.size()));
    }

    private void check(boolean right, String sentence) {
        checked++;
        if (!right) {
            wrong.add(sentence);
        }
    }
}
