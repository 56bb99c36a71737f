package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.ReadMarks;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reader does with a paper as a whole: says to have read it, and takes its files along. */
@Controller
class ReaderActs {

    private final Calls calls;
    private final Papers papers;
    private final PaperFiles files;
    private final Kept kept;
    private final Passages passages;

    /** What is kept of it. */
    record Kept(ReadMarks marks, Originals originals, AuditTrail audit) {}

    ReaderActs(Calls calls, Papers papers, PaperFiles files, Passages passages, ReadMarks marks, Originals originals, AuditTrail audit) {
        this.calls = calls;
        this.papers = papers;
        this.files = files;
        this.passages = passages;
        this.kept = new Kept(marks, originals, audit);
    }

    /** @param read false takes it back */
    @PostMapping("/read/{number}")
    String read(@PathVariable String number, @RequestParam(defaultValue = "true") boolean read, HttpServletRequest request, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Submission submission = papers.find(call, number).orElseThrow(ReaderActs::missing);
        if (passages.ofPaper(submission.number()).stream().noneMatch(visitor::sees)) {
            throw missing();
        }
        Revision revision = papers.revisions(call, submission).getLast();
        Actor reader = new Actor(visitor.name());
        if (read) {
            kept.marks().add(call.id(), revision.id(), reader);
        } else {
            kept.marks().takeBack(revision.id(), reader);
        }
        next.addFlashAttribute("done", read ? "You have read revision %d.".formatted(revision.ordinal()) : "Taken back.");
        return "redirect:/papers/" + submission.number();
    }

    /** A file of the paper in force as it was sent; only to those who may see all of the paper, for it has all of it. */
    @GetMapping("/papers/{number}/files/{part}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable long part, HttpServletRequest request) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Submission submission = papers.find(call, number).orElseThrow(ReaderActs::missing);
        List<CitedPassage> all = passages.ofPaper(submission.number());
        Part file = files.part(papers.revisions(call, submission).getLast(), part).filter(one -> !all.isEmpty() && all.stream().allMatch(visitor::sees))
                .orElseThrow(ReaderActs::missing);
        kept.audit().add(new Actor(visitor.name()), "original-taken", submission.number().value(), file.name(), call.id());
        return SafeFile.of(file.name(), kept.originals().file(file.original()));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
