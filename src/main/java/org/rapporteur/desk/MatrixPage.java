package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /matrix}: countries and themes or questions; {@code /compare}: two to four countries side by side; {@code /countries/KOR}: one alone. */
@Controller
class MatrixPage {

    static final int FEWEST_COMPARED = 2;
    static final int MOST_COMPARED = 4;

    private final Calls calls;
    private final Matrix matrix;
    private final CellPassages cellPassages;

    MatrixPage(Calls calls, Matrix matrix, CellPassages cellPassages) {
        this.calls = calls;
        this.matrix = matrix;
        this.cellPassages = cellPassages;
    }

    /** A country to choose. */
    record Choice(String code, String name, boolean chosen) {}

    /** A cell with the passages that say most, beside others. */
    record Column(Matrix.Cell cell, List<CellPassages.Said> said) {}

    /** @param by {@code theme} or {@code question} */
    @GetMapping("/matrix")
    String matrix(@RequestParam(defaultValue = "theme") String by, HttpServletRequest request, Model model) {
        Call call = calls.current();
        CodeKind kind = by.equals("question") ? CodeKind.QUESTION : CodeKind.THEME;
        List<Code> columns = Matrix.columns(matrix.codebook(call), kind);
        List<Matrix.Line> lines = matrix.lines(call, columns, call.content().invited(), Visitor.of(request));
        model.addAttribute("columns", columns).addAttribute("lines", lines).addAttribute("marks", Matrix.Mark.values())
                .addAttribute("read", lines.stream().filter(line -> line.cells().stream().anyMatch(cell -> EnumSet.of(Matrix.Empty.NONE, Matrix.Empty.ASKED, Matrix.Empty.NOT_ASKED).contains(cell.empty()))).count())
                .addAttribute("by", kind == CodeKind.QUESTION ? "question" : "theme").addAttribute("call", call.content());
        return "matrix";
    }

    /** @param country ISO3 letters of those compared */
    @GetMapping("/compare")
    String compare(@RequestParam(defaultValue = "") String row, @RequestParam(defaultValue = "") List<String> country, HttpServletRequest request, Model model) {
        Call call = calls.current();
        Codebook codebook = matrix.codebook(call);
        Set<CountryCode> chosen = new LinkedHashSet<>();
        call.content().invited().stream().filter(one -> country.contains(one.value())).limit(MOST_COMPARED).forEach(chosen::add);
        Code asked = codebook.all().stream().filter(code -> code.id().value().equals(row)).filter(MatrixPage::isRow).findFirst().orElse(codebook.themes().getFirst());
        model.addAttribute("rows", codebook.all().stream().filter(MatrixPage::isRow).toList()).addAttribute("row", asked).addAttribute("most", MOST_COMPARED)
                .addAttribute("tooMany", country.size() > MOST_COMPARED).addAttribute("few", !country.isEmpty() && chosen.size() < FEWEST_COMPARED)
                .addAttribute("countries", call.content().invited().stream().sorted(Countries.order(Locale.ENGLISH))
                        .map(one -> new Choice(one.value(), Countries.name(one, Locale.ENGLISH), chosen.contains(one))).toList())
                .addAttribute("columns", chosen.size() < FEWEST_COMPARED ? List.of() : columns(call, List.of(asked), chosen, Visitor.of(request)));
        return "compare";
    }

    @GetMapping("/countries/{code}")
    String country(@PathVariable String code, HttpServletRequest request, Model model) {
        Call call = calls.current();
        CountryCode country = call.content().invited().stream().filter(one -> one.value().equals(code)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Codebook codebook = matrix.codebook(call);
        Visitor visitor = Visitor.of(request);
        Matrix.Line line = matrix.lines(call, codebook.themes(), Set.of(country), visitor).getFirst();
        model.addAttribute("line", line).addAttribute("call", call.content()).addAttribute("themes", codebook.themes().stream()
                .map(theme -> new Theme(theme.name().in(Locale.ENGLISH), columns(call, codebook.below(theme), Set.of(country), visitor))).toList());
        return "country";
    }

    /** A theme and what a country says on each of its questions. */
    record Theme(String name, List<Column> questions) {}

    private List<Column> columns(Call call, List<Code> rows, Set<CountryCode> countries, Visitor visitor) {
        return matrix.lines(call, rows, countries, visitor).stream().flatMap(line -> line.cells().stream())
                .map(cell -> new Column(cell, cellPassages.of(call, cell, visitor))).toList();
    }

    static boolean isRow(Code code) {
        return code.kind() == CodeKind.THEME || code.kind() == CodeKind.QUESTION;
    }
}
