package org.rapporteur.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Every original has the bytes it came with; every delivery and part has an original; what is accepted is a revision. */
@Component
class LedgerCheck {

    private final Originals originals;
    private final Deliveries deliveries;
    private final Submissions submissions;

    LedgerCheck(Originals originals, Deliveries deliveries, Submissions submissions) {
        this.originals = originals;
        this.deliveries = deliveries;
        this.submissions = submissions;
    }

    void run(Call call, Facts facts, Runnable afterEachOriginal) {
        List<Sha256> kept = originals.all();
        for (Sha256 hash : kept) {
            bytes(hash, facts);
            afterEachOriginal.run();
        }
        List<Delivery> all = deliveries.of(call.id());
        Set<Sha256> known = Set.copyOf(kept);
        all.forEach(delivery -> facts.check(known.contains(delivery.original()), "delivery %d has no original", delivery.id()));
        deliveries.parts(all.stream().map(Delivery::id).toList()).forEach(part -> facts.check(known.contains(part.original()),
                "part %d of delivery %d has no original", part.id(), part.delivery()));
        revisions(all, submissions.revisions(call.id()), facts);
    }

    private void bytes(Sha256 hash, Facts facts) {
        Path file = originals.file(hash);
        if (Files.notExists(file)) {
            facts.check(false, "original %s is missing; bring %s back from a backup", hash, file);
        } else {
            facts.check(Sha256.of(file).equals(hash), "original %s has changed since it came; bring it back from a backup", file);
        }
    }

    private static void revisions(List<Delivery> deliveries, List<Revision> revisions, Facts facts) {
        Set<Long> revised = revisions.stream().map(Revision::delivery).collect(Collectors.toSet());
        deliveries.stream().filter(delivery -> delivery.outcome() == DeliveryOutcome.ACCEPTED).forEach(accepted ->
                facts.check(revised.contains(accepted.id()), "delivery %d is accepted, but no revision holds it", accepted.id()));
        revisions.forEach(revision -> facts.check(!revision.documents().isEmpty(), "revision %d of %s has no document",
                revision.ordinal(), revision.submission().number()));
    }
}
