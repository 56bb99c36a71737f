package org.rapporteur.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Extraction;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;

/**
 * Which documents of a delivery take the place of which in force. All others in force stay, and all others of the delivery join
 * them. Where that is not clear, nothing is guessed.
 */
final class Succession {

    /** so many times nearer than the next one is near enough to be meant */
    private static final double CLEARLY = 2;

    private final Revision before;
    private final List<Read> inForce;
    private final Set<Read> kept = new HashSet<>();
    private final Map<Read, Read> successors = new HashMap<>();
    private final List<Read> versions = new ArrayList<>();
    private final List<Read> annexes = new ArrayList<>();
    private @Nullable String unclear;

    /** @param inForce the documents of the revision before, in its order */
    Succession(Revision before, List<Read> inForce) {
        this.before = before;
        this.inForce = inForce;
    }

    /** A document and its text. */
    record Read(Part part, Extraction text) {

        String name() {
            return part.name();
        }

        boolean isNamedLike(Read other) {
            return name().equalsIgnoreCase(other.name());
        }

        boolean speaksLike(Read other) {
            return text.language().equals(other.text.language());
        }
    }

    /** @param brought documents that the delivery brings; at least one */
    Verdict of(List<Read> brought) {
        List<Read> others = new ArrayList<>();
        // all that stays is known before anything new takes a place
        List<Read> fresh = brought.stream().filter(one -> !isKept(one)).filter(distinctBytes()).toList();
        fresh.stream().filter(one -> !succeeds(one)).forEach(others::add);
        others.stream().filter(one -> !isVersion(one)).forEach(annexes::add);
        annexes.removeIf(this::succeedsAnnex);
        if (unclear == null && !annexes.isEmpty() && !bringsThePaper()) {
            unclear = "It differs from the paper in force";
        }
        return unclear == null ? new Verdict.Revise(before, documents()) : new Verdict.Hold("which-of-two",
                "%s, %s revision %d; please say whether it replaces it, adds to it or is another paper."
                        .formatted(unclear, before.submission().number(), before.ordinal()));
    }

    /** The same file attached twice is one document. */
    private static Predicate<Read> distinctBytes() {
        Set<Sha256> seen = new HashSet<>();
        return one -> seen.add(one.part().original());
    }

    /** The same bytes in force: they stay as they are, with all that was coded in them. */
    private boolean isKept(Read one) {
        return inForce.stream().filter(old -> old.part().original().equals(one.part().original())).findFirst().map(kept::add).isPresent();
    }

    private boolean succeeds(Read one) {
        List<Read> like = inForce.stream().filter(old -> Likeness.sameText(old.text(), one.text())).toList();
        List<Read> open = like.stream().filter(old -> !kept.contains(old)).toList();
        if (like.isEmpty()) {
            return false;
        }
        Optional<Read> meant = meant(open, one);
        if (open.isEmpty()) {
            say("%s says the same as a document that comes unchanged beside it".formatted(one.name()));
        } else if (meant.isEmpty()) {
            say("%s could take the place of more than one document of the paper in force".formatted(one.name()));
        } else {
            succeed(meant.get(), one);
        }
        return true;
    }

    private static Optional<Read> meant(List<Read> open, Read one) {
        List<Read> named = open.stream().filter(one::isNamedLike).toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        List<Read> nearest = open.stream().sorted(Comparator.comparing((Read old) -> -Likeness.nearness(old.text(), one.text()))).toList();
        return nearest.isEmpty() || nearest.size() > 1 && Likeness.nearness(nearest.get(0).text(), one.text())
                < CLEARLY * Likeness.nearness(nearest.get(1).text(), one.text()) ? Optional.empty() : Optional.of(nearest.getFirst());
    }

    /** The paper in another language; an older version in that language gives way. */
    private boolean isVersion(Read one) {
        Read main = inForce.getFirst();
        if (!Likeness.sameInAnotherLanguage(main.text(), one.text())
                && !Likeness.sameInAnotherLanguage(successors.getOrDefault(main, main).text(), one.text())) {
            return false;
        }
        List<Read> older = open(DocumentRole.LANGUAGE_VERSION, one);
        if (older.size() > 1 || versions.stream().anyMatch(one::speaksLike)) {
            say("%s is one of several versions in its language beside the paper in force".formatted(one.name()));
        } else if (older.size() == 1) {
            succeed(older.getFirst(), one);
        }
        if (older.isEmpty()) {
            versions.add(one);
        }
        return true;
    }

    private boolean succeedsAnnex(Read one) {
        List<Read> older = open(DocumentRole.ANNEX, one);
        Optional<Read> named = older.stream().filter(one::isNamedLike).findFirst();
        named.ifPresent(old -> succeed(old, one));
        if (named.isEmpty() && !older.isEmpty()) {
            say("%s could take the place of %s, or stand beside it, in the paper in force".formatted(one.name(), older.getFirst().name()));
        }
        return named.isPresent();
    }

    /** What is in force in this role and language, and neither stays for certain nor has a successor. */
    private List<Read> open(DocumentRole role, Read one) {
        return inForce.stream().filter(old -> role(old) == role && old.speaksLike(one) && !kept.contains(old)
                && !successors.containsKey(old)).toList();
    }

    private boolean bringsThePaper() {
        return !versions.isEmpty() || inForce.stream().anyMatch(old -> role(old) != DocumentRole.ANNEX
                && (kept.contains(old) || successors.containsKey(old)));
    }

    private void succeed(Read old, Read one) {
        Read rival = successors.putIfAbsent(old, one);
        if (rival != null) {
            say("%s and %s could both take the place of %s in the paper in force".formatted(rival.name(), one.name(), old.name()));
        }
    }

    private void say(String first) {
        unclear = unclear == null ? first : unclear;
    }

    private List<Revision.Document> documents() {
        List<Revision.Document> documents = new ArrayList<>();
        inForce.forEach(old -> documents.add(new Revision.Document(successors.getOrDefault(old, old).part().id(), role(old))));
        versions.forEach(one -> documents.add(new Revision.Document(one.part().id(), DocumentRole.LANGUAGE_VERSION)));
        annexes.forEach(one -> documents.add(new Revision.Document(one.part().id(), DocumentRole.ANNEX)));
        return documents;
    }

    private DocumentRole role(Read old) {
        return before.documents().get(inForce.indexOf(old)).role();
    }
}
