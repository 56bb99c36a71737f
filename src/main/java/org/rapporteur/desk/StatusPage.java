package org.rapporteur.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rapporteur.intake.Pulse;
import org.rapporteur.intake.Reconciliation;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /status}: whether mail still comes in, and whether the mail server and the ledger have the same. */
@Controller
class StatusPage {

    static final int DAYS = 60;

    private final Pulse pulse;
    private final Reconciliation reconciliation;

    private final WorkItems work;

    StatusPage(Pulse pulse, Reconciliation reconciliation, WorkItems work) {
        this.pulse = pulse;
        this.reconciliation = reconciliation;
        this.work = work;
    }

    @GetMapping("/status")
    String status(Model model) {
        List<Reconciliation.Day> days = reconciliation.days();
        model.addAttribute("alarms", pulse.alarms())
                .addAttribute("good", pulse.lastGoodLook().map(Moments::shown).orElse(null))
                .addAttribute("fault", pulse.lastFault().orElse(null))
                .addAttribute("counted", reconciliation.countedAt().map(Moments::shown).orElse(null))
                .addAttribute("agree", days.stream().allMatch(Reconciliation.Day::agrees))
                .addAttribute("server", days.stream().mapToInt(Reconciliation.Day::server).sum())
                .addAttribute("ledger", days.stream().mapToInt(Reconciliation.Day::ledger).sum())
                .addAttribute("recoding", work.standing().getOrDefault(Stage.TO_RECODE, 0))
                .addAttribute("more", days.size() > DAYS)
                .addAttribute("days", days.stream().limit(DAYS).map(StatusPage::row).toList());
        return "status";
    }

    /** A day as it is printed: folders in words, such as "INBOX 2, Processed 4". */
    record DayRow(String day, String folders, int server, int ledger, boolean agrees) {}

    private static DayRow row(Reconciliation.Day day) {
        Map<String, Integer> folders = new TreeMap<>(day.folders());
        return new DayRow(Moments.shown(day.day()), folders.entrySet().stream().map(folder -> folder.getKey() + " " + folder.getValue())
                .collect(Collectors.joining(", ")), day.server(), day.ledger(), day.agrees());
    }
}
