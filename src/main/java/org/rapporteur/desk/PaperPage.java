package org.rapporteur.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Decisions;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Move;
import org.rapporteur.submission.ReadMarks;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /papers/{number}}: a paper in its order; {@code /passages/{id}} leads to the place of a passage in it. */
@Controller
class PaperPage {

    private final Calls calls;
    private final Papers papers;
    private final Passages passages;
    private final Decisions decisions;
    private final PaperFiles files;
    private final ReaderView view;
    private final ReadMarks marks;

    PaperPage(Calls calls, Papers papers, Passages passages, Decisions decisions, PaperFiles files, ReaderView view, ReadMarks marks) {
        this.calls = calls;
        this.papers = papers;
        this.passages = passages;
        this.decisions = decisions;
        this.files = files;
        this.view = view;
        this.marks = marks;
    }

    /**
     * @param q what is searched for in the paper
     * @param passage a passage that was followed here although a later revision has replaced it
     */
    @GetMapping("/papers/{number}")
    String paper(@PathVariable String number, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) Optional<Long> passage, HttpServletRequest request,
            Model model) {
        Visitor visitor = Visitor.of(request);
        Call call = calls.current();
        Submission submission = papers.find(call, number).orElseThrow(PaperPage::missing);
        if (!submission.number().value().equals(number)) {
            return "redirect:/papers/" + submission.number() + passage.map(id -> "?passage=" + id + "#replaced").orElse("");
        }
        List<Revision> revisions = papers.revisions(call, submission);
        Revision revision = revisions.getLast();
        List<CitedPassage> all = passages.ofPaper(revision.submission().number());
        List<CitedPassage> shown = all.stream().filter(cited -> visitor.sees(cited)).toList();
        if (shown.isEmpty() && !all.isEmpty()) {
            throw missing();
        }
        List<PaperFiles.PaperFile> ofIt = files.of(revision, shown.size() == all.size());
        model.addAttribute("head", PaperHead.of(revision, shown, papers.delivery(revision)))
                .addAttribute("revisions", papers.rows(revisions)).addAttribute("comparable", shown.size() == all.size())
                .addAttribute("move", papers.move(submission).map(MovedFrom::of).orElse(null))
                .addAttribute("countries", visitor.runsTheCall() ? papers.elsewhere(call, submission) : List.of())
                .addAttribute("files", ofIt)
                .addAttribute("pictures", ofIt.stream().filter(file -> file.open() && file.pages() > 0)
                        .collect(Collectors.toMap(PaperFiles.PaperFile::extraction, PaperFiles.PaperFile::part)))
                .addAttribute("readers", marks.of(submission.id())).addAttribute("readByMe", marks.of(submission.id()).stream()
                        .anyMatch(mark -> mark.revision() == revision.ordinal() && mark.reader().equals(visitor.name())))
                .addAttribute("lost", decisions.lostOf(submission.id()).stream().filter(lost -> visitor.sees(lost.passage())).count());
        view.show(call, shown, q, visitor, model);
        passage.flatMap(passages::find).filter(old -> !old.inForce() && visitor.sees(old)
                && old.submission().equals(revision.submission().number())).ifPresent(old -> model.addAttribute("replaced", old));
        return "paper";
    }

    @GetMapping("/passages/{id}")
    String passage(@PathVariable long id, HttpServletRequest request) {
        CitedPassage cited = passages.find(id).filter(Visitor.of(request)::sees).orElseThrow(PaperPage::missing);
        return "redirect:/papers/" + cited.submission() + (cited.inForce() ? "#p" + id : "?passage=" + id + "#replaced");
    }

    /** Where a paper was before somebody moved it. */
    record MovedFrom(String country, String number, String actor, String when) {

        static MovedFrom of(Move move) {
            return new MovedFrom(Countries.name(move.from(), Locale.ENGLISH), move.before().value(), move.actor(), Moments.shown(move.at()));
        }
    }

    /** What may not be seen is answered as what is not there. */
    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
