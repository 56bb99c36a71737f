package org.rapporteur.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.FolderWalk;
import org.rapporteur.intake.Ledger;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** Takes in files and waits until every one of them has its outcome. */
final class Ingestion {

    private static final Logger LOG = LoggerFactory.getLogger(Ingestion.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Call call;
    private final FolderWalk walk;
    private final Deliveries deliveries;
    private final WorkItems work;
    private final Ledger ledger;

    private Ingestion(Call call, FolderWalk walk, Deliveries deliveries, WorkItems work, Ledger ledger) {
        this.call = call;
        this.walk = walk;
        this.deliveries = deliveries;
        this.work = work;
        this.ledger = ledger;
    }

    static Ingestion in(ApplicationContext context) {
        return new Ingestion(context.getBean(Calls.class).current(), context.getBean(FolderWalk.class),
                context.getBean(Deliveries.class), context.getBean(WorkItems.class), context.getBean(Ledger.class));
    }

    /**
     * What came of a run.
     *
     * @param taken every delivery with its present outcome, in order
     * @param unreadable a sentence for each file that could not be read at all
     */
    record Outcome(List<Delivery> taken, Ledger.Counts counts, Ledger.Yield yield, Duration time, List<String> unreadable) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("deliveries", counts.deliveries());
            json.put("accepted", counts.accepted());
            json.put("duplicate", counts.duplicate());
            json.put("held", counts.held());
            json.put("refused", counts.refused());
            json.put("ignored", counts.ignored());
            json.put("documents", yield.documents());
            json.put("passages", yield.passages());
            json.put("codings", yield.codings());
            json.put("seconds", time.toMillis() / 1000.0);
            json.put("unreadable", unreadable);
            json.put("papers", taken.stream().map(Outcome::paper).toList());
            return json;
        }

        private static Map<String, Object> paper(Delivery delivery) {
            Map<String, Object> paper = new LinkedHashMap<>();
            paper.put("file", place(delivery));
            paper.put("country", delivery.country() == null ? null : delivery.country().value());
            paper.put("outcome", word(delivery));
            paper.put("reason", delivery.decision().reason());
            return paper;
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (Delivery delivery : taken) {
                lines.add("%-10s %-4s %s%s".formatted(word(delivery),
                        delivery.country() == null ? "" : delivery.country(), place(delivery),
                        delivery.outcome() == DeliveryOutcome.ACCEPTED ? "" : "\n                " + delivery.decision().reason()));
            }
            lines.add("");
            lines.add("%d deliveries: %d accepted, %d duplicate, %d held, %d refused, %d ignored".formatted(counts.deliveries(),
                    counts.accepted(), counts.duplicate(), counts.held(), counts.refused(), counts.ignored()));
            lines.add("%d documents, %d passages, %d codings in %.1f seconds".formatted(yield.documents(), yield.passages(),
                    yield.codings(), time.toMillis() / 1000.0));
            return lines;
        }

        private static String word(Delivery delivery) {
            return delivery.outcome().name().toLowerCase(Locale.ROOT);
        }

        private static String place(Delivery delivery) {
            return delivery.key().replaceFirst("\\|[0-9a-f]{64}$", "");
        }
    }

    Outcome run(List<Path> paths, Optional<CountryCode> country, boolean progress) throws IOException {
        long start = System.nanoTime();
        List<FolderWalk.Item> files = FolderWalk.files(paths);
        List<Long> ids = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        try (Progress bar = Progress.of(progress, "Taking in", files.size())) {
            for (FolderWalk.Item item : files) {
                take(item, country, ids, unreadable);
                bar.step();
            }
        }
        awaitIdle(ids, progress);
        List<Delivery> taken = ids.stream().distinct().map(deliveries::get).toList();
        return new Outcome(taken, Ledger.counts(taken), ledger.yield(ids), Duration.ofNanos(System.nanoTime() - start), unreadable);
    }

    private void take(FolderWalk.Item item, Optional<CountryCode> country, List<Long> ids, List<String> unreadable) {
        try {
            walk.take(call, item, country, delivery -> ids.add(delivery.id()));
        } catch (java.nio.file.AccessDeniedException | java.nio.file.NoSuchFileException denied) {
            unreadable.add(unreadable(item, "it can't be read"));
        } catch (IOException cannotRead) {
            unreadable.add(unreadable(item, cannotRead.getMessage()));
        } catch (RuntimeException unforeseen) {
            // one file that nobody foresaw must not keep the others waiting at the door
            LOG.error("a file could not be taken in", unforeseen);
            unreadable.add(unreadable(item, "something unforeseen happened, which the log tells"));
        }
    }

    private void awaitIdle(List<Long> ids, boolean progress) {
        try (Progress bar = Progress.of(progress, "Reading", ids.size())) {
            for (int open = work.unfinished(ids); open > 0; open = work.unfinished(ids)) {
                bar.at(ids.size() - open);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw Problem.found("Interrupted; what was taken in is kept, and the same command goes on with it.");
        }
    }

    private static String unreadable(FolderWalk.Item item, String why) {
        return "%s was not taken in: %s; put a readable file there and run the same command again.".formatted(item.path(), why);
    }
}
