package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /papers/{number}/revisions/{n}}: what a revision changed against the one before it, paragraph by paragraph. */
@Controller
class DifferencePage {

    private final Calls calls;
    private final Papers papers;
    private final Deliveries deliveries;
    private final Passages passages;

    DifferencePage(Calls calls, Papers papers, Deliveries deliveries, Passages passages) {
        this.calls = calls;
        this.papers = papers;
        this.deliveries = deliveries;
        this.passages = passages;
    }

    /** The first revision has none before it: it leads to the paper. */
    @GetMapping("/papers/{number}/revisions/{ordinal}")
    String difference(@PathVariable String number, @PathVariable int ordinal, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Submission submission = papers.find(call, number).orElseThrow(DifferencePage::missing);
        if (!submission.number().value().equals(number)) {
            return "redirect:/papers/" + submission.number() + "/revisions/" + ordinal;
        }
        List<Revision> revisions = papers.revisions(call, submission);
        Revision revision = revisions.stream().filter(one -> one.ordinal() == ordinal).findFirst().orElseThrow(DifferencePage::missing);
        if (ordinal == 1) {
            return "redirect:/papers/" + number;
        }
        Revision before = revisions.get(revisions.indexOf(revision) - 1);
        List<DocumentChanges> documents = compare(before, revision, Visitor.of(request));
        Delivery delivery = papers.delivery(revision);
        model.addAttribute("countries", revision.submission().countries().stream().map(country -> Countries.name(country, Locale.ENGLISH))
                .collect(Collectors.joining(", ")))
                .addAttribute("number", number).addAttribute("ordinal", ordinal).addAttribute("late", delivery.late())
                .addAttribute("received", Moments.shown(delivery.arrivedAt()))
                .addAttribute("inForce", revision.id() == revisions.getLast().id())
                .addAttribute("counts", DocumentChanges.counts(documents)).addAttribute("documents", documents);
        return "difference";
    }

    /** A document stands where the one stood that it replaced; what was added comes after them. */
    private List<DocumentChanges> compare(Revision before, Revision after, Visitor visitor) {
        Map<Long, Part> parts = deliveries.partsWith(Stream.of(before, after).flatMap(revision -> revision.documents().stream())
                .map(Revision.Document::part).distinct().toList()).stream().collect(Collectors.toMap(Part::id, Function.identity()));
        List<DocumentChanges> changes = new ArrayList<>();
        List<Revision.Document> old = new ArrayList<>(before.documents());
        old.removeIf(document -> after.documents().stream().anyMatch(same -> same.part() == document.part()));
        for (int i = 0; i < after.documents().size(); i++) {
            Revision.Document document = after.documents().get(i);
            Part part = parts.get(document.part());
            Revision.Document replaced = i < before.documents().size() ? before.documents().get(i) : null;
            if (before.documents().stream().anyMatch(same -> same.part() == document.part())) {
                changes.add(DocumentChanges.kept(document.role(), part.name(), read(after, document, visitor)));
            } else if (replaced != null && replaced.role() == document.role() && old.remove(replaced)) {
                changes.add(DocumentChanges.changed(document.role(), parts.get(replaced.part()).name(), part.name(),
                        read(before, replaced, visitor), read(after, document, visitor)));
            } else {
                changes.add(DocumentChanges.changed(document.role(), "", part.name(), List.of(), read(after, document, visitor)));
            }
        }
        old.forEach(gone -> changes.add(DocumentChanges.changed(gone.role(), parts.get(gone.part()).name(), "", read(before, gone, visitor),
                List.of())));
        return changes;
    }

    /** Where something may not be seen, a comparison would tell of it, so that there is none. */
    private List<CitedPassage> read(Revision revision, Revision.Document document, Visitor visitor) {
        List<CitedPassage> read = passages.ofDocument(revision.submission().number(), document.part());
        if (!visitor.seesRestricted() && read.stream().anyMatch(cited -> cited.access() == Access.RESTRICTED)) {
            throw missing();
        }
        return read;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
