package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.extraction.Reader;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /papers/{number}/pages/{part}/{page}}: a page of the original as a picture, beside what was read of it. */
@Controller
class PagesPage {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Calls calls;
    private final Papers papers;
    private final PaperFiles files;
    private final Passages passages;
    private final Drawing drawing;

    /** Where originals are, and who draws them. */
    private record Drawing(Originals originals, Reader reader) {}

    PagesPage(Calls calls, Papers papers, PaperFiles files, Passages passages, Originals originals, Reader reader) {
        this.calls = calls;
        this.papers = papers;
        this.files = files;
        this.passages = passages;
        this.drawing = new Drawing(originals, reader);
    }

    /** A file of a paper of which the visitor may see everything. */
    private record Open(Submission submission, Revision revision, PaperFiles.PaperFile file, List<CitedPassage> all) {}

    @GetMapping("/papers/{number}/pages/{part}/{page}")
    String page(@PathVariable String number, @PathVariable long part, @PathVariable int page, HttpServletRequest request, Model model) {
        Open open = open(number, part, page, request);
        model.addAttribute("number", open.submission().number().value()).addAttribute("country", Countries.name(open.submission().countries().getFirst(), Locale.ENGLISH))
                .addAttribute("file", open.file()).addAttribute("page", page)
                .addAttribute("read", passages.ofDocument(open.submission().number(), part).stream().filter(cited -> Integer.valueOf(page).equals(cited.passage().locator().page())).toList());
        return "page";
    }

    /** Drawn anew each time it is asked for, by the process in which files are parsed. */
    @GetMapping("/papers/{number}/pages/{part}/{page}.png")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable long part, @PathVariable int page, HttpServletRequest request) {
        Open open = open(number, part, page, request);
        byte[] png = files.part(open.revision(), part).flatMap(file -> drawing.reader().picture(drawing.originals().file(file.original()), page))
                .orElseThrow(PagesPage::missing);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.maxAge(KEPT).cachePrivate()).body(png);
    }

    private Open open(String number, long part, int page, HttpServletRequest request) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Submission submission = papers.find(call, number).orElseThrow(PagesPage::missing);
        Revision revision = papers.revisions(call, submission).getLast();
        List<CitedPassage> all = passages.ofPaper(submission.number());
        Optional<PaperFiles.PaperFile> file = files.of(revision, !all.isEmpty() && all.stream().allMatch(visitor::sees)).stream()
                .filter(one -> one.part() == part && one.open() && page >= 1 && page <= one.pages()).findFirst();
        return new Open(submission, revision, file.orElseThrow(PagesPage::missing), all);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
