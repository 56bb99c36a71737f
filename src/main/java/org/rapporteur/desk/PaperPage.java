package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submissions;
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
    private final Submissions submissions;
    private final Deliveries deliveries;
    private final Passages passages;
    private final Coded coded;

    PaperPage(Calls calls, Submissions submissions, Deliveries deliveries, Passages passages, Coded coded) {
        this.calls = calls;
        this.submissions = submissions;
        this.deliveries = deliveries;
        this.passages = passages;
        this.coded = coded;
    }

    /** @param passage a passage that was followed here although a later revision has replaced it */
    @GetMapping("/papers/{number}")
    String paper(@PathVariable String number, @RequestParam(required = false) Optional<Long> passage, HttpServletRequest request,
            Model model) {
        Visitor visitor = Visitor.of(request);
        Call call = calls.current();
        Revision revision = submissions.inForce(call.id()).stream()
                .filter(candidate -> candidate.submission().number().value().equals(number)).findFirst().orElseThrow(PaperPage::missing);
        List<CitedPassage> all = passages.ofPaper(revision.submission().number());
        List<CitedPassage> shown = all.stream().filter(cited -> isShown(cited, visitor)).toList();
        if (shown.isEmpty() && !all.isEmpty()) {
            throw missing();
        }
        List<Revision> revisions = submissions.revisions(call.id()).stream()
                .filter(one -> one.submission().id() == revision.submission().id()).toList();
        model.addAttribute("head", PaperHead.of(revision, shown, deliveries.get(revision.delivery())))
                .addAttribute("revisions", rows(revisions)).addAttribute("comparable", shown.size() == all.size())
                .addAttribute("lines", PaperLine.of(shown,
                        coded.effective(shown.stream().map(cited -> cited.passage().extraction()).distinct().toList()), coded.codebook(call)));
        passage.flatMap(passages::find).filter(old -> !old.inForce() && isShown(old, visitor)
                && old.submission().equals(revision.submission().number())).ifPresent(old -> model.addAttribute("replaced", old));
        return "paper";
    }

    @GetMapping("/passages/{id}")
    String passage(@PathVariable long id, HttpServletRequest request) {
        CitedPassage cited = passages.find(id).filter(found -> isShown(found, Visitor.of(request))).orElseThrow(PaperPage::missing);
        return "redirect:/papers/" + cited.submission() + (cited.inForce() ? "#p" + id : "?passage=" + id + "#replaced");
    }

    private List<RevisionRow> rows(List<Revision> revisions) {
        return RevisionRow.of(revisions, revisions.stream().map(Revision::delivery).map(deliveries::get)
                .collect(Collectors.toMap(Delivery::id, Function.identity())),
                deliveries.partsWith(revisions.stream().flatMap(one -> one.documents().stream()).map(Revision.Document::part).distinct().toList()));
    }

    private static boolean isShown(CitedPassage cited, Visitor visitor) {
        return cited.access() == Access.PUBLIC || visitor.seesRestricted();
    }

    /** What may not be seen is answered as what is not there. */
    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
