package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.Decisions;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.Borrowed;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.rapporteur.passage.Shingles;
import org.rapporteur.submission.Move;
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
    private final Coded coded;
    private final Decisions decisions;
    private final AttachedDocuments attached;
    private final OwnWords ownWords;

    PaperPage(Calls calls, Papers papers, Passages passages, Coded coded, Decisions decisions, AttachedDocuments attached,
            OwnWords ownWords) {
        this.calls = calls;
        this.papers = papers;
        this.passages = passages;
        this.coded = coded;
        this.decisions = decisions;
        this.attached = attached;
        this.ownWords = ownWords;
    }

    /** @param passage a passage that was followed here although a later revision has replaced it */
    @GetMapping("/papers/{number}")
    String paper(@PathVariable String number, @RequestParam(required = false) Optional<Long> passage, HttpServletRequest request,
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
        model.addAttribute("head", PaperHead.of(revision, shown, papers.delivery(revision)))
                .addAttribute("revisions", papers.rows(revisions)).addAttribute("comparable", shown.size() == all.size())
                .addAttribute("move", papers.move(submission).map(MovedFrom::of).orElse(null))
                .addAttribute("countries", visitor.runsTheCall() ? papers.elsewhere(call, submission) : List.of())
                .addAttribute("provenance", attached.of(revision))
                .addAttribute("lines", lines(call, shown))
                .addAttribute("lost", decisions.lostOf(submission.id()).stream().filter(lost -> visitor.sees(lost.passage())).count());
        own(shown, model);
        passage.flatMap(passages::find).filter(old -> !old.inForce() && visitor.sees(old)
                && old.submission().equals(revision.submission().number())).ifPresent(old -> model.addAttribute("replaced", old));
        return "paper";
    }

    private List<PaperLine> lines(Call call, List<CitedPassage> shown) {
        List<Long> extractions = shown.stream().map(cited -> cited.passage().extraction()).distinct().toList();
        return PaperLine.of(shown, coded.effective(extractions), decisions.standing(extractions), coded.codebook(call));
    }

    /** How much of what is shown is the country's own, and what is said beside what is not. */
    private void own(List<CitedPassage> shown, Model model) {
        Map<Long, Borrowed> borrowed = ownWords.of(shown.stream().map(cited -> cited.passage().extraction()).distinct().toList());
        int words = shown.stream().mapToInt(cited -> Shingles.words(cited.passage().text()).size()).sum();
        List<CitedPassage> marked = shown.stream().filter(cited -> borrowed.containsKey(cited.passage().id())).toList();
        int foreign = marked.stream().map(cited -> borrowed.get(cited.passage().id())).mapToInt(one -> one.words() - one.own()).sum();
        model.addAttribute("own", words == 0 ? null : Math.round(100.0 * (words - foreign) / words)).addAttribute("borrowed", marked.stream()
                .collect(Collectors.toMap(cited -> cited.passage().id(), cited -> OwnNote.of(borrowed.get(cited.passage().id()), cited.passage().text()))));
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
