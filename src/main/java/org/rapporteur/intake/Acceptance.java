package org.rapporteur.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Component;

/** Decides what becomes of a delivery that has been read. It only decides: what follows from it is written by the caller. */
@Component
public class Acceptance {

    private final Deliveries deliveries;
    private final Extractions extractions;
    private final Submissions submissions;

    Acceptance(Deliveries deliveries, Extractions extractions, Submissions submissions) {
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.submissions = submissions;
    }

    public Verdict decide(Call call, Delivery delivery) {
        List<Part> documents = deliveries.parts(delivery.id()).stream()
                .filter(part -> part.standing() == PartStanding.DOCUMENT).toList();
        List<String> obstacles = new ArrayList<>();
        if (delivery.country() == null) {
            obstacles.add(unknown(delivery));
        } else if (!call.invites(delivery.country())) {
            obstacles.add("%s is not invited to %s; add it to the call, or name the country whose paper this is."
                    .formatted(delivery.country(), call.code()));
        }
        if (documents.isEmpty()) {
            obstacles.add("No paper was found in it: no attachment that holds text, and no text long enough; "
                    + "please ask the sender to attach the paper.");
        }
        documents.stream().filter(part -> part.cause() != null)
                .forEach(part -> obstacles.add(part.name() + ": " + Cause.valueOf(part.cause()).sentence()));
        return obstacles.isEmpty() ? place(call, delivery, documents) : new Verdict.Hold(rule(delivery, call, documents),
                String.join(" ", obstacles));
    }

    private Verdict place(Call call, Delivery delivery, List<Part> documents) {
        Optional<Revision> before = submissions.inForce(call.id(), delivery.country());
        Map<Long, Extraction> texts = texts(documents.stream().map(Part::id).toList());
        if (before.isEmpty()) {
            return new Verdict.Open(Roles.of(documents, texts));
        }
        return against(before.get(), delivery, documents, texts);
    }

    private Verdict against(Revision before, Delivery delivery, List<Part> documents, Map<Long, Extraction> texts) {
        List<Part> old = deliveries.parts(before.delivery()).stream()
                .filter(part -> part.standing() == PartStanding.DOCUMENT).toList();
        if (hashes(old).containsAll(hashes(documents))) {
            return new Verdict.Duplicate(before.delivery());
        }
        List<Revision.Document> roles = Roles.of(documents, texts);
        Map<Long, Extraction> inForce = texts(before.documents().stream().map(Revision.Document::part).toList());
        Extraction main = texts.get(roles.getFirst().part());
        Extraction same = inForce.get(before.documents().getFirst().part());
        if (Likeness.sameText(same, main)) {
            return new Verdict.Revise(before, roles);
        }
        if (Likeness.sameInAnotherLanguage(same, main)) {
            return new Verdict.Revise(before, Roles.joined(before.documents(), inForce, main));
        }
        return new Verdict.Hold("which-of-two", "It differs from the paper in force, %s revision %d; please say whether it replaces it, adds to it or is another paper."
                .formatted(before.submission().number(), before.ordinal()));
    }

    private Map<Long, Extraction> texts(Collection<Long> parts) {
        return extractions.latest(parts).stream().collect(Collectors.toMap(Extraction::part, Function.identity()));
    }

    private static Set<Sha256> hashes(List<Part> parts) {
        return parts.stream().map(Part::original).collect(Collectors.toSet());
    }

    private static String unknown(Delivery delivery) {
        return delivery.sender() == null
                ? "Nobody knows yet whose paper this is; put it into a folder named after the country (KOR), or name the country."
                : "Its sender is no contact of the call; add the address to the contacts, or name the country.";
    }

    private static String rule(Delivery delivery, Call call, List<Part> documents) {
        if (delivery.country() == null) {
            return delivery.sender() == null ? "unknown-country" : "unknown-sender";
        }
        return !call.invites(delivery.country()) ? "not-invited" : documents.isEmpty() ? "no-paper" : "no-usable-text";
    }
}
