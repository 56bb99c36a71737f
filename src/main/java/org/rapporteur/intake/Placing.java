package org.rapporteur.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.PlacementKind;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;

/**
 * The documents of a revision when a person has said as what a delivery is to be taken. All in force stay, save those whose place
 * is taken: the main paper by a new one, a language version by the next in its language, an annex by the next of its name.
 */
final class Placing {

    private final Revision before;
    private final List<Succession.Read> inForce;
    private final Map<Succession.Read, Succession.Read> successors = new HashMap<>();
    private final List<Revision.Document> added = new ArrayList<>();

    /** @param inForce the documents of the revision before, in its order; the main paper comes first */
    Placing(Revision before, List<Succession.Read> inForce) {
        this.before = before;
        this.inForce = inForce;
    }

    /** @param brought documents of the delivery, of which at least one is not in force already */
    Verdict of(PlacementKind kind, List<Succession.Read> brought) {
        Set<Sha256> known = inForce.stream().map(one -> one.part().original()).collect(Collectors.toCollection(HashSet::new));
        List<Succession.Read> fresh = brought.stream().filter(one -> known.add(one.part().original())).toList();
        Map<Long, Succession.Read> byPart = fresh.stream().collect(Collectors.toMap(one -> one.part().id(), Function.identity()));
        for (Revision.Document document : Roles.of(fresh.stream().map(Succession.Read::part).toList(),
                byPart.values().stream().collect(Collectors.toMap(one -> one.part().id(), Succession.Read::text)))) {
            put(byPart.get(document.part()), role(kind, document.role()));
        }
        List<Revision.Document> documents = new ArrayList<>();
        inForce.forEach(old -> documents.add(new Revision.Document(successors.getOrDefault(old, old).part().id(), role(old))));
        documents.addAll(added);
        return new Verdict.Revise(before, documents);
    }

    private static DocumentRole role(PlacementKind kind, DocumentRole alone) {
        return switch (kind) {
            case REPLACES_MAIN, ANOTHER_PAPER -> alone;
            case LANGUAGE_VERSION -> alone == DocumentRole.MAIN ? DocumentRole.LANGUAGE_VERSION : alone;
            case ANNEX -> DocumentRole.ANNEX;
        };
    }

    private void put(Succession.Read one, DocumentRole role) {
        inForce.stream().filter(old -> role(old) == role && !successors.containsKey(old) && givesWay(old, one, role)).findFirst()
                .ifPresentOrElse(old -> successors.put(old, one), () -> added.add(new Revision.Document(one.part().id(), role)));
    }

    private static boolean givesWay(Succession.Read old, Succession.Read one, DocumentRole role) {
        return switch (role) {
            case MAIN -> true;
            case LANGUAGE_VERSION -> old.speaksLike(one);
            case ANNEX -> old.speaksLike(one) && old.isNamedLike(one);
        };
    }

    private DocumentRole role(Succession.Read old) {
        return before.documents().get(inForce.indexOf(old)).role();
    }
}
