package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Account;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Assignment;
import org.rapporteur.coding.Assignments;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Coded;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Submissions;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /work}: papers and parts of papers that are given to people, and how far they are. */
@Controller
class WorkPage {

    private final Calls calls;
    private final Assignments assignments;
    private final Accounts accounts;
    private final Submissions submissions;
    private final Reading reading;
    private final Clock clock;

    /** What is read, and how far it is coded. */
    private record Reading(Passages passages, Coded coded, Decisions decisions) {}

    WorkPage(Calls calls, Assignments assignments, Accounts accounts, Submissions submissions, Passages passages, Coded coded, Decisions decisions, Clock clock) {
        this.calls = calls;
        this.assignments = assignments;
        this.accounts = accounts;
        this.submissions = submissions;
        this.reading = new Reading(passages, coded, decisions);
        this.clock = clock;
    }

    /**
     * An assignment as it is listed.
     *
     * @param passages how many it has
     * @param open how many proposals of the machine on them wait for a decision
     * @param decided how many decisions stand on them
     */
    record Row(Assignment given, String country, String due, boolean late, int passages, int open, int decided) {}

    /** A paper to be given. */
    record Choice(String value, String name) {}

    @GetMapping("/work")
    String work(@RequestParam(defaultValue = "") String paper, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Map<SubmissionNumber, List<CitedPassage>> seen = new HashMap<>();
        List<Row> rows = assignments.of(call.id()).stream().flatMap(one -> row(one, seen.computeIfAbsent(one.paper(), number -> visible(number, visitor))).stream()).toList();
        model.addAttribute("mine", rows.stream().filter(row -> row.given().assignee().equals(visitor.name())).toList())
                .addAttribute("others", rows.stream().filter(row -> !row.given().assignee().equals(visitor.name())).toList())
                .addAttribute("people", accounts.all().stream().filter(Account::enabled).map(Account::name).toList())
                .addAttribute("papers", papers(call, visitor)).addAttribute("paper", paper)
                .addAttribute("sections", paper.isEmpty() ? List.of() : sections(call, paper, visitor));
        return "work";
    }

    @PostMapping("/work")
    String give(@RequestParam(defaultValue = "") String paper, @RequestParam(defaultValue = "") String section, @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String note, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            HttpServletRequest request, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        boolean known = papers(call, visitor).stream().anyMatch(one -> one.value().equals(paper));
        boolean person = accounts.find(assignee).filter(Account::enabled).isPresent();
        if (!known || !person || note.length() > Assignment.LONGEST_NOTE || section.length() > Assignment.LONGEST_SECTION
                || !section.isEmpty() && !sections(call, paper, visitor).contains(section)) {
            next.addFlashAttribute("fault", "Nothing was given: choose a paper, a part of it or all of it, and a person who may log in; a note has at most %d characters."
                    .formatted(Assignment.LONGEST_NOTE));
        } else {
            boolean given = assignments.give(call.id(), new SubmissionNumber(paper), section, new Actor(assignee), note.strip(), due, new Actor(principal.getName())).isPresent();
            next.addFlashAttribute(given ? "done" : "fault", given ? "It is given to %s.".formatted(assignee) : "%s has it already.".formatted(assignee));
        }
        return "redirect:/work";
    }

    @PostMapping("/work/{id}/done")
    String done(@PathVariable long id, @RequestParam boolean done, Principal principal, RedirectAttributes next) {
        boolean changed = assignments.done(calls.current().id(), id, done, new Actor(principal.getName()));
        next.addFlashAttribute(changed ? "done" : "fault", changed ? done ? "Done. Thank you." : "It is open again." : "Nothing was changed: it is not yours, or was taken back.");
        return "redirect:/work";
    }

    @PostMapping("/work/{id}/remove")
    String remove(@PathVariable long id, Principal principal, RedirectAttributes next) {
        boolean changed = assignments.remove(calls.current().id(), id, new Actor(principal.getName()));
        next.addFlashAttribute(changed ? "done" : "fault", changed ? "It is taken back; give it anew to undo that." : "Nothing was changed: it was taken back already.");
        return "redirect:/work";
    }

    /** Empty where the visitor may see nothing of the paper. */
    private Optional<Row> row(Assignment given, List<CitedPassage> visible) {
        List<CitedPassage> part = visible.stream().filter(cited -> given.section().isEmpty() || cited.passage().locator().headingPath().contains(given.section())).toList();
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        List<Long> extractions = part.stream().map(cited -> cited.passage().extraction()).distinct().toList();
        Map<Long, List<EffectiveCoding>> codings = reading.coded().effective(extractions);
        Map<Long, ?> standing = reading.decisions().standing(extractions);
        int open = part.stream().mapToInt(cited -> (int) codings.getOrDefault(cited.passage().id(), List.of()).stream().filter(one -> !one.confirmed()).count()).sum();
        int decided = part.stream().mapToInt(cited -> standing.get(cited.passage().id()) instanceof List<?> some ? some.size() : 0).sum();
        LocalDate due = given.due();
        return Optional.of(new Row(given, visible.getFirst().countries().stream().map(country -> Countries.name(country, Locale.ENGLISH)).collect(Collectors.joining("/")),
                due == null ? "" : due.toString(), due != null && given.done() == null && due.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)), part.size(), open, decided));
    }

    private List<CitedPassage> visible(SubmissionNumber number, Visitor visitor) {
        return reading.passages().ofPaper(number).stream().filter(visitor::sees).toList();
    }

    private List<Choice> papers(Call call, Visitor visitor) {
        return submissions.inForce(call.id()).stream().map(Revision::submission).filter(submission -> !visible(submission.number(), visitor).isEmpty())
                .map(WorkPage::choice).sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    private static Choice choice(Submission submission) {
        return new Choice(submission.number().value(), "%s, %s".formatted(submission.countries().stream().map(country -> Countries.name(country, Locale.ENGLISH))
                .collect(Collectors.joining("/")), submission.number()));
    }

    private List<String> sections(Call call, String paper, Visitor visitor) {
        return papers(call, visitor).stream().filter(one -> one.value().equals(paper)).flatMap(one -> visible(new SubmissionNumber(paper), visitor).stream())
                .flatMap(cited -> cited.passage().locator().headingPath().stream()).distinct().toList();
    }
}
