package org.rapporteur.intake;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and what became of it, counted; and where every country stands. */
@Repository
public class Ledger {

    private final Deliveries deliveries;
    private final Submissions submissions;
    private final JdbcClient jdbc;

    Ledger(Deliveries deliveries, Submissions submissions, JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.submissions = submissions;
        this.jdbc = jdbc;
    }

    /** How many deliveries had each outcome; {@code open} are still being read and are not in {@code deliveries}. */
    public record Counts(int deliveries, int accepted, int duplicate, int held, int refused, int ignored, int open) {}

    /** What accepted deliveries brought: documents, their passages, and the codings that count. */
    public record Yield(int documents, int passages, int codings) {}

    /** Where a country stands. */
    public enum State {
        /** nothing has come */
        OWED,
        /** something came and is being read */
        BEING_READ,
        /** something came and waits for a person; nothing is in force */
        HELD,
        /** a paper is in force */
        ACCEPTED
    }

    /** Where a country stands; revision is 0 as long as none is in force. */
    public record Standing(CountryCode country, State state, String submission, int revision, boolean late) {}

    public static Counts counts(Collection<Delivery> deliveries) {
        Map<DeliveryOutcome, Integer> by = new EnumMap<>(DeliveryOutcome.class);
        deliveries.stream().filter(delivery -> delivery.outcome() != null)
                .forEach(delivery -> by.merge(delivery.outcome(), 1, Integer::sum));
        int decided = by.values().stream().mapToInt(Integer::intValue).sum();
        return new Counts(decided, by.getOrDefault(DeliveryOutcome.ACCEPTED, 0), by.getOrDefault(DeliveryOutcome.DUPLICATE, 0),
                by.getOrDefault(DeliveryOutcome.HELD, 0), by.getOrDefault(DeliveryOutcome.REFUSED, 0),
                by.getOrDefault(DeliveryOutcome.IGNORED, 0), deliveries.size() - decided);
    }

    /** What these deliveries brought. */
    public Yield yield(Collection<Long> ids) {
        return ids.isEmpty() ? new Yield(0, 0, 0) : jdbc.sql("""
                SELECT
                  (SELECT COUNT(*) FROM document d JOIN revision r ON r.id = d.revision_id JOIN part t ON t.id = d.part_id
                   WHERE r.delivery_id IN (:ids) AND t.delivery_id = r.delivery_id) AS documents,
                  (SELECT COUNT(*) FROM passage p JOIN extraction e ON e.id = p.extraction_id JOIN part t ON t.id = e.part_id
                   WHERE t.delivery_id IN (:ids)) AS passages,
                  (SELECT COUNT(*) FROM effective_coding c JOIN passage p ON p.id = c.passage_id
                   JOIN extraction e ON e.id = p.extraction_id JOIN part t ON t.id = e.part_id
                   WHERE t.delivery_id IN (:ids)) AS codings
                """).param("ids", ids).query((row, n) -> new Yield(row.getInt(1), row.getInt(2), row.getInt(3))).single();
    }

    /** Where every invited country stands, in the order of the call. */
    public List<Standing> standings(Call call) {
        List<Delivery> all = deliveries.of(call.id());
        Map<CountryCode, List<Delivery>> came = all.stream().filter(d -> d.country() != null).collect(Collectors.groupingBy(Delivery::country));
        Set<Long> late = all.stream().filter(Delivery::late).map(Delivery::id).collect(Collectors.toSet());
        List<Revision> inForce = submissions.inForce(call.id());
        return call.content().invited().stream()
                .map(country -> standing(country, came.getOrDefault(country, List.of()), inForce, late)).toList();
    }

    private static Standing standing(CountryCode country, List<Delivery> came, List<Revision> inForce, Set<Long> late) {
        return inForce.stream().filter(revision -> revision.submission().countries().contains(country))
                .reduce((earlier, later) -> later)
                .map(revision -> new Standing(country, State.ACCEPTED, revision.submission().number().value(), revision.ordinal(),
                        late.contains(revision.delivery())))
                .orElseGet(() -> new Standing(country, unaccepted(came), "", 0, false));
    }

    private static State unaccepted(List<Delivery> came) {
        if (came.stream().anyMatch(delivery -> delivery.outcome() == null)) {
            return State.BEING_READ;
        }
        return came.stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD) ? State.HELD : State.OWED;
    }
}
