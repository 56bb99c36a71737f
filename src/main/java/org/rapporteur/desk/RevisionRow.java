package org.rapporteur.desk;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;

/**
 * A revision as it is listed at its paper.
 *
 * @param ordinal 1-based
 * @param received when its delivery arrived
 * @param channel how: mail, folder or upload
 * @param delivery the key of the delivery that brought it
 * @param late whether it arrived after the day on which papers were due
 * @param documents in order
 */
record RevisionRow(int ordinal, String received, String channel, long delivery, boolean late, List<DocumentRow> documents) {

    /**
     * @param name of the file
     * @param role what it is in the paper, in words
     * @param carried whether the revision before had it already
     */
    record DocumentRow(String name, String role, boolean carried) {}

    RevisionRow {
        documents = List.copyOf(documents);
    }

    /** @param revisions of one submission, the earliest first; the rows come with the latest first */
    static List<RevisionRow> of(List<Revision> revisions, Map<Long, Delivery> deliveries, Collection<Part> parts) {
        Map<Long, Part> byId = parts.stream().collect(Collectors.toMap(Part::id, Function.identity(), (one, same) -> one));
        return Stream.iterate(revisions.size() - 1, i -> i >= 0, i -> i - 1).map(i -> row(revisions.get(i),
                i == 0 ? Set.of() : parts(revisions.get(i - 1)), deliveries.get(revisions.get(i).delivery()), byId)).toList();
    }

    static String word(DocumentRole role) {
        return switch (role) {
            case MAIN -> "main paper";
            case ANNEX -> "annex";
            case LANGUAGE_VERSION -> "language version";
        };
    }

    private static RevisionRow row(Revision revision, Set<Long> before, Delivery delivery, Map<Long, Part> parts) {
        return new RevisionRow(revision.ordinal(), Moments.shown(delivery.arrivedAt()), delivery.channel().name().toLowerCase(Locale.ROOT),
                delivery.id(), delivery.late(), revision.documents().stream().map(document -> new DocumentRow(
                        parts.get(document.part()).name(), word(document.role()), before.contains(document.part()))).toList());
    }

    private static Set<Long> parts(Revision revision) {
        return revision.documents().stream().map(Revision.Document::part).collect(Collectors.toSet());
    }
}
