package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.CountryCode;
import org.rapporteur.synthesis.CellNote;
import org.rapporteur.synthesis.CellNotes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /matrix/{row}/{country}}: a cell: its passages, and the note that is written beside them. */
@Controller
class CellPage {

    private final Calls calls;
    private final Matrix matrix;
    private final CellPassages cellPassages;
    private final CellNotes notes;

    CellPage(Calls calls, Matrix matrix, CellPassages cellPassages, CellNotes notes) {
        this.calls = calls;
        this.matrix = matrix;
        this.cellPassages = cellPassages;
        this.notes = notes;
    }

    /** A version of the note as it is listed. */
    record Version(int number, String text, String by, String when) {}

    /** What was typed and not kept. */
    record Typed(String text, Set<Long> passages) implements Serializable {}

    @GetMapping("/matrix/{row}/{country}")
    String cell(@PathVariable String row, @PathVariable String country, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Codebook codebook = matrix.codebook(call);
        Matrix.Cell cell = find(call, codebook, row, country, visitor);
        List<CellPassages.Said> said = cellPassages.of(call, cell, visitor);
        List<CellNote> history = notes.history(call.id(), cell.row().id(), cell.country());
        boolean hidden = history.stream().anyMatch(note -> !matrix.mayBeSeen(note, visitor));
        CellNote standing = history.isEmpty() || history.getLast().text().isEmpty() ? null : history.getLast();
        model.addAttribute("cell", cell).addAttribute("said", said).addAttribute("hidden", hidden)
                .addAttribute("note", hidden ? null : standing).addAttribute("seen", history.isEmpty() ? 0 : history.getLast().version())
                .addAttribute("ticked", model.getAttribute("typed") instanceof Typed typed ? typed.passages()
                        : standing == null ? Set.of() : new HashSet<>(standing.passages()))
                .addAttribute("words", model.getAttribute("typed") instanceof Typed typed ? typed.text() : standing == null || hidden ? "" : standing.text())
                .addAttribute("versions", hidden ? List.of() : history.reversed().stream().map(one -> new Version(one.version(), one.text(), one.by(), Moments.shown(one.at()))).toList())
                .addAttribute("terms", said.isEmpty() ? matrix.terms(codebook, cell.row(), matrix.languages(call, cell.country(), visitor)) : List.of())
                .addAttribute("definition", cell.row().question().map(asked -> asked.in(Locale.ENGLISH)).orElse(cell.row().definition())).addAttribute("most", CellNote.MOST_WORDS);
        return "cell";
    }

    @PostMapping("/matrix/{row}/{country}")
    String write(@PathVariable String row, @PathVariable String country, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") List<Long> passage, @RequestParam(defaultValue = "0") int seen, HttpServletRequest request, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Matrix.Cell cell = find(call, matrix.codebook(call), row, country, visitor);
        if (notes.find(call.id(), cell.row().id(), cell.country()).filter(note -> !matrix.mayBeSeen(note, visitor)).isPresent()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Set<Long> open = cellPassages.of(call, cell, visitor).stream().map(CellPassages.Said::id).collect(Collectors.toSet());
        Collection<Long> rests = passage.stream().filter(open::contains).toList();
        switch (notes.write(call.id(), cell.row().id(), cell.country(), text, rests, seen, new Actor(visitor.name()))) {
            case CellNotes.Kept kept -> next.addFlashAttribute("done", kept.note().text().isEmpty() ? "The note is taken away; what it said stays among its versions." : "The note is kept.");
            case CellNotes.Overtaken overtaken -> next.addFlashAttribute("typed", new Typed(text, Set.copyOf(rests)))
                    .addFlashAttribute("fault", "%s wrote meanwhile: “%s”. Nothing of yours was kept yet; it stands in the field: put the two together and keep it again."
                            .formatted(overtaken.by().by(), overtaken.by().text()));
            case CellNotes.Refused refused -> next.addFlashAttribute("typed", new Typed(text, Set.copyOf(rests))).addFlashAttribute("fault", refused.sentence());
        }
        return "redirect:" + cell.address();
    }

    @PostMapping("/matrix/{row}/{country}/confirm")
    String confirm(@PathVariable String row, @PathVariable String country, @RequestParam long note, HttpServletRequest request, RedirectAttributes next) {
        Call call = calls.current();
        Visitor visitor = Visitor.of(request);
        Matrix.Cell cell = find(call, matrix.codebook(call), row, country, visitor);
        boolean done = cell.note().filter(standing -> standing.id() == note).isPresent() && notes.confirm(call.id(), note, new Actor(visitor.name()));
        next.addFlashAttribute(done ? "done" : "fault", done ? "You confirmed the note." : "Nothing was changed: the note was written anew or confirmed meanwhile. Read it once more.");
        return "redirect:" + cell.address();
    }

    private Matrix.Cell find(Call call, Codebook codebook, String row, String country, Visitor visitor) {
        Code code = codebook.all().stream().filter(one -> one.id().value().equals(row)).filter(MatrixPage::isRow).findFirst().orElseThrow(CellPage::missing);
        CountryCode of = call.content().invited().stream().filter(one -> one.value().equals(country)).findFirst().orElseThrow(CellPage::missing);
        return matrix.lines(call, List.of(code), Set.of(of), visitor).getFirst().cells().getFirst();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
