package org.rapporteur.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.extraction.Extractions;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Placement;
import org.rapporteur.submission.Placements;
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
    private final Mentions mentions;
    private final Placements placements;

    Acceptance(Deliveries deliveries, Extractions extractions, Submissions submissions, Mentions mentions, Placements placements) {
        this.deliveries = deliveries;
        this.extractions = extractions;
        this.submissions = submissions;
        this.mentions = mentions;
        this.placements = placements;
    }

    public Verdict decide(Call call, Delivery delivery) {
        return submissions.broughtBy(call.id(), delivery.id()).<Verdict>map(Verdict.Stands::new).orElseGet(() -> first(call, delivery));
    }

    private Verdict first(Call call, Delivery delivery) {
        List<Part> documents = deliveries.parts(delivery.id()).stream()
                .filter(part -> part.standing() == PartStanding.DOCUMENT).toList();
        List<Mention> named = mentions.of(call, delivery);
        List<String> obstacles = new ArrayList<>();
        if (delivery.country() == null) {
            obstacles.add(unknown(call, delivery) + hint(named));
        } else if (isElsewhere(call, delivery, named)) {
            obstacles.add("Its sender may submit for %s and for nobody else; please name the country whose paper this is.".formatted(delivery.country())
                    + hint(named));
        } else if (!call.invites(delivery.country())) {
            obstacles.add("%s is not invited to %s; add it to the call, or name the country whose paper this is."
                    .formatted(delivery.country(), call.code()));
        }
        if (delivery.authentication().isDoubtful()) {
            obstacles.add("Our mail server could not tell that it comes from %s; please make sure with the sender by other means before it is accepted."
                    .formatted(delivery.sender() == null ? "anybody" : delivery.sender()));
        }
        if (documents.isEmpty()) {
            obstacles.add("No paper was found in it: no attachment that holds text, and no text long enough; "
                    + "please ask the sender to attach the paper.");
        }
        documents.stream().filter(part -> part.cause() != null)
                .forEach(part -> obstacles.add(part.name() + ": " + Cause.valueOf(part.cause()).sentence()));
        return obstacles.isEmpty() ? place(call, delivery, documents, named)
                : new Verdict.Hold(rule(delivery, call, documents, named), String.join(" ", obstacles));
    }

    private Verdict place(Call call, Delivery delivery, List<Part> documents, List<Mention> named) {
        List<Revision> revisions = submissions.revisions(call.id(), delivery.country());
        List<Part> known = deliveries.partsWith(revisions.stream().flatMap(revision -> revision.documents().stream())
                .map(Revision.Document::part).distinct().toList());
        if (hashes(known).containsAll(hashes(documents))) {
            return new Verdict.Duplicate(broughtBy(known, documents.getFirst()));
        }
        Optional<Placement> said = placements.of(delivery.id()).filter(placement -> fits(placement, revisions));
        if (said.isPresent()) {
            return asSaid(said.get(), call, delivery, documents);
        }
        List<Long> meant = named.stream().filter(mention -> mention.countries().contains(delivery.country())).map(Mention::submission)
                .filter(Objects::nonNull).distinct().toList();
        if (meant.size() > 1) {
            return new Verdict.Hold("which-of-two", "Please say which of them it revises." + hint(named));
        }
        return meant.stream().findFirst().map(submissions::inForceOf).or(() -> submissions.inForce(call.id(), delivery.country()))
                .map(before -> against(before, delivery, known, documents))
                .orElseGet(() -> new Verdict.Open(Roles.of(documents, texts(documents.stream().map(Part::id).toList()))));
    }

    /** What a person said counts no more once the delivery turned out to be of another country. */
    private static boolean fits(Placement placement, List<Revision> revisions) {
        return placement.revises().map(known -> revisions.stream().anyMatch(revision -> revision.submission().id() == known)).orElse(true);
    }

    private Verdict asSaid(Placement placement, Call call, Delivery delivery, List<Part> documents) {
        return placement.revises().map(submissions::inForceOf).map(before -> new Placing(before, inForce(before)).of(placement.kind(), read(documents)))
                .orElseGet(() -> new Verdict.Open(Roles.of(documents, texts(documents.stream().map(Part::id).toList())),
                        submissions.inForce(call.id(), delivery.country()).orElse(null)));
    }

    private List<Succession.Read> inForce(Revision revision) {
        return inOrder(revision, read(deliveries.partsWith(revision.documents().stream().map(Revision.Document::part).toList())));
    }

    /** A document that an earlier revision had and the one in force has no longer does not come back with a new one. */
    private Verdict against(Revision before, Delivery delivery, List<Part> known, List<Part> documents) {
        if (isOlder(delivery, deliveries.get(before.delivery()))) {
            return new Verdict.Hold("which-of-two", "It arrived before the paper in force, %s revision %d; please say whether it replaces it all the same."
                    .formatted(before.submission().number(), before.ordinal()));
        }
        List<Succession.Read> inForce = inForce(before);
        Set<Sha256> past = hashes(known);
        past.removeAll(hashes(inForce.stream().map(Succession.Read::part).toList()));
        return new Succession(before, inForce)
                .of(read(documents.stream().filter(part -> !past.contains(part.original())).toList()));
    }

    /** A paper that was held while a later one was accepted. */
    private static boolean isOlder(Delivery delivery, Delivery inForce) {
        return delivery.arrivedAt().equals(inForce.arrivedAt()) ? delivery.id() < inForce.id()
                : delivery.arrivedAt().isBefore(inForce.arrivedAt());
    }

    private List<Succession.Read> read(List<Part> parts) {
        Map<Long, Extraction> texts = texts(parts.stream().map(Part::id).toList());
        return parts.stream().map(part -> new Succession.Read(part, texts.get(part.id()))).toList();
    }

    private static List<Succession.Read> inOrder(Revision revision, List<Succession.Read> documents) {
        Map<Long, Succession.Read> byPart = documents.stream().collect(Collectors.toMap(one -> one.part().id(), Function.identity()));
        return revision.documents().stream().map(document -> byPart.get(document.part())).toList();
    }

    private static long broughtBy(List<Part> known, Part document) {
        return known.stream().filter(part -> part.original().equals(document.original())).mapToLong(Part::delivery).min().orElseThrow();
    }

    private Map<Long, Extraction> texts(Collection<Long> parts) {
        return extractions.latest(parts).stream().collect(Collectors.toMap(Extraction::part, Function.identity()));
    }

    private static Set<Sha256> hashes(List<Part> parts) {
        return parts.stream().map(Part::original).collect(Collectors.toSet());
    }

    private static String unknown(Call call, Delivery delivery) {
        if (delivery.sender() == null) {
            return "Nobody knows yet whose paper this is; put it into a folder named after the country (KOR), or name the country.";
        }
        Set<CountryCode> several = call.countriesOf(delivery.sender());
        return several.isEmpty() ? "Its sender is no contact of the call; add the address to the contacts, or name the country."
                : "Its sender may submit for %s; please name the country whose paper this is."
                        .formatted(several.stream().map(CountryCode::value).collect(Collectors.joining(" and ")));
    }

    /** A mail from the contact of one country that names the paper of another: neither may be guessed, unless a person named the country. */
    private static boolean isElsewhere(Call call, Delivery delivery, List<Mention> named) {
        return delivery.channel() == Channel.MAIL && delivery.authentication() != Authentication.VOUCHED && delivery.sender() != null
                && call.countriesOf(delivery.sender()).equals(Set.of(delivery.country()))
                && !named.isEmpty() && named.stream().noneMatch(mention -> mention.countries().contains(delivery.country()));
    }

    private static String hint(List<Mention> named) {
        return named.isEmpty() ? "" : named.stream().map(Mention::words).collect(Collectors.joining(" and ", " It ", "."));
    }

    private static String rule(Delivery delivery, Call call, List<Part> documents, List<Mention> named) {
        if (delivery.country() == null) {
            return delivery.sender() == null ? "unknown-country"
                    : call.countriesOf(delivery.sender()).isEmpty() ? "unknown-sender" : "which-country";
        }
        if (isElsewhere(call, delivery, named)) {
            return "which-country";
        }
        return !call.invites(delivery.country()) ? "not-invited" : delivery.authentication().isDoubtful() ? "not-authenticated" : documents.isEmpty() ? "no-paper" : "no-usable-text";
    }
}
