package org.rapporteur.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.springframework.stereotype.Component;

/** Holds what the mail server has against what the ledger has: every message is one delivery, day by day. */
@Component
public class Reconciliation {

    private final MailSettings settings;
    private final MailCounts counts;
    private final Deliveries deliveries;

    Reconciliation(MailSettings settings, MailCounts counts, Deliveries deliveries) {
        this.settings = settings;
        this.counts = counts;
        this.deliveries = deliveries;
    }

    /**
     * A day of arrival (UTC).
     *
     * @param folders how many messages each folder of the server holds
     * @param ledger how many deliveries the ledger has
     */
    public record Day(LocalDate day, Map<String, Integer> folders, int ledger) {

        public Day {
            folders = Map.copyOf(folders);
        }

        /** How many messages the server holds, whatever the folder. */
        public int server() {
            return folders.values().stream().mapToInt(Integer::intValue).sum();
        }

        public boolean agrees() {
            return server() == ledger;
        }
    }

    /** When the server was counted last; empty where it was not, as with POP3 and before the first look: then nothing is held against it. */
    public Optional<Instant> countedAt() {
        return counts.countedAt(settings.account());
    }

    /** Every day on which anything arrived, the latest first; none where the server was not counted. */
    public List<Day> days() {
        return countedAt().map(this::days).orElse(List.of());
    }

    /** One sentence for each day on which the two differ. */
    public List<String> differences() {
        return days().stream().filter(day -> !day.agrees()).map(Reconciliation::sentence).toList();
    }

    private List<Day> days(Instant counted) {
        Map<LocalDate, Map<String, Integer>> server = counts.of(settings.account()).stream().collect(Collectors.groupingBy(MailCounts.Count::day,
                TreeMap::new, Collectors.toMap(MailCounts.Count::folder, MailCounts.Count::messages)));
        Map<LocalDate, Integer> ledger = deliveries.days(Channel.MAIL, settings.account() + "/", counted);
        TreeSet<LocalDate> days = new TreeSet<>(server.keySet());
        days.addAll(ledger.keySet());
        return days.descendingSet().stream().map(day -> new Day(day, server.getOrDefault(day, Map.of()), ledger.getOrDefault(day, 0))).toList();
    }

    private static String sentence(Day day) {
        return day.server() > day.ledger()
                ? "Of %s the mail server holds %d messages and the ledger %d deliveries: %d could not be taken in yet; the log tells why."
                        .formatted(day.day(), day.server(), day.ledger(), day.server() - day.ledger())
                : "Of %s the mail server holds %d messages and the ledger %d deliveries: %d were taken away there by somebody; their originals are kept here."
                        .formatted(day.day(), day.server(), day.ledger(), day.ledger() - day.server());
    }
}
