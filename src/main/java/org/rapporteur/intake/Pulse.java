package org.rapporteur.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether mail still comes in: what the secretariat has to know before a country tells it. */
@Component
public class Pulse {

    /** a look that is as the one before is written down this often */
    private static final Duration REPEAT = Duration.ofMinutes(1);

    private final MailSettings settings;
    private final MailLooks looks;
    private final Reconciliation reconciliation;
    private final Clock clock;
    private final Disk disk;

    Pulse(MailSettings settings, MailLooks looks, Reconciliation reconciliation, Clock clock, Disk disk) {
        this.settings = settings;
        this.looks = looks;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Something that people have to see to.
     *
     * @param kind a short key such as {@code credentials-refused}: of each kind one letter a day is written
     * @param sentence what is the matter and what to do
     */
    public record Alarm(String kind, String sentence) {}

    /** When the mailbox was looked into last with success; empty where it never was. */
    public Optional<Instant> lastGoodLook() {
        return looks.last(settings.account()).map(MailLooks.Look::goodAt);
    }

    /** What was wrong at the last look; empty where nothing was. */
    public Optional<String> lastFault() {
        return looks.last(settings.account()).filter(look -> look.fault() != null).map(MailLooks.Look::sentence);
    }

    /** All that people have to see to now; none where all is well. */
    public List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        looks.last(settings.account()).ifPresent(look -> {
            Instant good = look.goodAt() == null ? look.since() : look.goodAt();
            if (look.fault() != null && look.fault().isUrgent()) {
                alarms.add(new Alarm(look.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'), look.sentence()));
            } else if (Duration.between(good, clock.instant()).compareTo(settings.quiet()) > 0) {
                alarms.add(new Alarm("no-look", "No look into the mailbox has gone well since %s. %s".formatted(Moment.of(good),
                        look.fault() == null ? "Is rapporteur serve running?" : look.sentence())));
            }
        });
        disk.alarm().ifPresent(sentence -> alarms.add(new Alarm("disk", sentence)));
        List<String> differences = reconciliation.differences();
        if (!differences.isEmpty()) {
            alarms.add(new Alarm("reconciliation", String.join(" ", differences.stream().limit(5).toList())));
        }
        return alarms;
    }

    void good() {
        keep(null, "");
    }

    void bad(MailFault fault, String sentence) {
        keep(fault, sentence.length() <= 1000 ? sentence : sentence.substring(0, 1000));
    }

    private void keep(@Nullable MailFault fault, String sentence) {
        Instant now = clock.instant();
        Optional<MailLooks.Look> last = looks.last(settings.account());
        boolean same = last.filter(look -> look.fault() == fault && look.sentence().equals(sentence)
                && Duration.between(look.at(), now).compareTo(REPEAT) < 0).isPresent();
        if (!same) {
            Instant good = fault == null || fault == MailFault.MESSAGES_LEFT ? now : last.map(MailLooks.Look::goodAt).orElse(null);
            looks.keep(settings.account(), new MailLooks.Look(now, good, fault, sentence, last.map(MailLooks.Look::since).orElse(now)));
        }
    }

    /** The disk that holds the data folder. */
    @Component
    static class Disk {

        private final Path data;
        private final DataSize least;

        Disk(@Value("${rapporteur.data}") Path data, @Value("${rapporteur.least-space:1GB}") DataSize least) {
            this.data = data;
            this.least = least;
        }

        Optional<String> alarm() {
            try {
                long left = Files.getFileStore(data).getUsableSpace();
                return left >= least.toBytes() ? Optional.empty() : Optional.of(("The disk of the data folder has %d MB left, less than %d MB; "
                        + "make room, or nothing can be taken in soon.").formatted(left >> 20, least.toMegabytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
