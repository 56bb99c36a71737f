package org.rapporteur.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.intake.Ledger;
import org.rapporteur.intake.Pulse;
import org.rapporteur.intake.Reconciliation;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: the call, a state per country, and the intake ledger. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "The call: state per country; the intake ledger.")
final class StatusCommand implements Callable<Integer> {

    private final House house;

    @Mixin
    private CommonOptions options = new CommonOptions();

    StatusCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = house.open(options, House.Need.READ, Map.of())) {
            Call call = context.getBean(Calls.class).current();
            List<Delivery> deliveries = context.getBean(Deliveries.class).of(call.id());
            List<Ledger.Standing> standings = context.getBean(Ledger.class).standings(call);
            Pulse pulse = context.getBean(Pulse.class);
            Reconciliation reconciliation = context.getBean(Reconciliation.class);
            Map<SubmissionNumber, Double> own = context.getBean(OwnWords.class).shares(call);
            Map<String, Object> json = json(call, standings, Ledger.counts(deliveries), own);
            json.put("pulse", json(pulse));
            json.put("reconciliation", json(reconciliation));
            Print.of(options).show(json, () -> lines(call, standings, deliveries, pulse.alarms(), own));
            return CommandLineApp.WELL;
        }
    }

    private static Map<String, Object> json(Call call, List<Ledger.Standing> standings, Ledger.Counts counts, Map<SubmissionNumber, Double> own) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("call", call.code().value());
        json.put("countries", standings.stream().map(standing -> json(standing, own)).toList());
        json.put("ledger", counts);
        return json;
    }

    private static Map<String, Object> json(Pulse pulse) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lastGoodLook", pulse.lastGoodLook().map(Instant::toString).orElse(null));
        json.put("lastFault", pulse.lastFault().orElse(null));
        json.put("alarms", pulse.alarms());
        return json;
    }

    private static Map<String, Object> json(Reconciliation reconciliation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("countedAt", reconciliation.countedAt().map(Instant::toString).orElse(null));
        json.put("days", reconciliation.days().stream().map(day -> Map.of("day", day.day().toString(), "folders", day.folders(),
                "server", day.server(), "ledger", day.ledger())).toList());
        json.put("differences", reconciliation.differences());
        return json;
    }

    private static Map<String, Object> json(Ledger.Standing standing, Map<SubmissionNumber, Double> own) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("country", standing.country().value());
        json.put("state", word(standing.state()));
        json.put("revision", standing.revision());
        json.put("late", standing.late());
        json.put("submission", standing.submission());
        json.put("ownWords", share(standing, own).orElse(null));
        return json;
    }

    private static List<String> lines(Call call, List<Ledger.Standing> standings, List<Delivery> deliveries,
            List<Pulse.Alarm> alarms, Map<SubmissionNumber, Double> own) {
        List<String> lines = new ArrayList<>(List.of(call.code() + " " + call.content().title(), ""));
        standings.forEach(standing -> lines.add("%-5s %-22s %-11s %s".formatted(standing.country(),
                Countries.name(standing.country(), Locale.ENGLISH), word(standing.state()), standing.revision() == 0 ? ""
                        : standing.submission() + ", revision " + standing.revision() + (standing.late() ? ", late" : "")
                        + share(standing, own).map(share -> ", %d %% own words".formatted(Math.round(100 * share))).orElse(""))));
        Ledger.Counts counts = Ledger.counts(deliveries);
        lines.add("");
        lines.add("%d deliveries: %d accepted, %d duplicate, %d held, %d refused, %d ignored; %d being read".formatted(
                counts.deliveries(), counts.accepted(), counts.duplicate(), counts.held(), counts.refused(), counts.ignored(), counts.open()));
        deliveries.stream().filter(delivery -> delivery.outcome() == DeliveryOutcome.HELD).forEach(held -> lines.add(
                "held: delivery %d, %s: %s".formatted(held.id(), held.subject(), held.decision().reason())));
        alarms.forEach(alarm -> lines.add("ALARM: " + alarm.sentence()));
        return lines;
    }

    private static Optional<Double> share(Ledger.Standing standing, Map<SubmissionNumber, Double> own) {
        return standing.submission().isEmpty() ? Optional.empty() : Optional.ofNullable(own.get(new SubmissionNumber(standing.submission())));
    }

    private static String word(Ledger.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
