package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.report.PassageTable;
import org.rapporteur.report.PlainTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code /searches/batch}: many queries at once, and how many passages of each country each of them finds. */
@Controller
class BatchPage {

    private final DeskSearch search;

    BatchPage(DeskSearch search) {
        this.search = search;
    }

    /**
     * A query and what it found.
     *
     * @param notices a sentence for each thing that was not searched as it was asked; may be empty
     * @param total null where nothing could be searched
     * @param countries how many passages, by country; those without any are missing
     */
    record Row(int number, String name, String query, List<String> notices, @Nullable Long total, Map<CountryCode, Integer> countries) {}

    /** A column. */
    record Head(CountryCode code, String name) {}

    @GetMapping("/searches/batch")
    String form(Model model) {
        model.addAttribute("most", BatchQueries.MOST);
        return "batch";
    }

    @PostMapping("/searches/batch")
    String search(@RequestParam(defaultValue = "") String queries, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, Model model)
            throws IOException {
        String text = file == null || file.isEmpty() ? queries : new String(file.getBytes(), StandardCharsets.UTF_8);
        List<Row> rows = rows(text, Visitor.of(request));
        model.addAttribute("queries", text).addAttribute("rows", rows).addAttribute("heads", heads(rows))
                .addAttribute("faulty", rows.stream().filter(row -> row.total() == null).count());
        return form(model);
    }

    /** The same as a table to be taken along. */
    @PostMapping(path = "/searches/batch", params = "format")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String queries, @RequestParam String format, HttpServletRequest request) throws IOException {
        PassageTable.Form form = PassageTable.Form.of(format).orElse(PassageTable.Form.CSV);
        List<Row> rows = rows(queries, Visitor.of(request));
        List<Head> heads = heads(rows);
        List<PlainTable.Column> columns = Stream.concat(Stream.of(new PlainTable.Column("name", 30), new PlainTable.Column("query", 40), new PlainTable.Column("passages", 10),
                new PlainTable.Column("remarks", 40)), heads.stream().map(head -> new PlainTable.Column(head.code().value(), 7))).toList();
        byte[] bytes = PlainTable.write(form, "Queries and countries", columns, rows.stream().map(row -> cells(row, heads)).toList());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("queries." + form.name().toLowerCase(Locale.ROOT)).build().toString()).body(bytes);
    }

    private List<Row> rows(String text, Visitor visitor) {
        return BatchQueries.read(text).stream().map(line -> switch (line) {
            case BatchQueries.Asked asked -> row(asked, visitor);
            case BatchQueries.Faulty faulty -> new Row(faulty.number(), faulty.line(), "", List.of(faulty.sentence()), null, Map.of());
        }).toList();
    }

    private Row row(BatchQueries.Asked asked, Visitor visitor) {
        DeskSearch.Counted counted = search.byCountry(asked.query(), visitor);
        return new Row(asked.number(), asked.name(), asked.query(), counted.notices(), counted.total(), counted.countries());
    }

    private static List<Head> heads(List<Row> rows) {
        return rows.stream().flatMap(row -> row.countries().keySet().stream()).distinct().sorted(Countries.order(Locale.ENGLISH))
                .map(code -> new Head(code, Countries.name(code, Locale.ENGLISH))).toList();
    }

    private static List<@Nullable Object> cells(Row row, List<Head> heads) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.name());
        cells.add(row.query());
        cells.add(row.total());
        cells.add(row.notices().stream().collect(Collectors.joining(" ")));
        heads.forEach(head -> cells.add(row.total() == null ? null : Optional.ofNullable(row.countries().get(head.code())).orElse(0)));
        return cells;
    }
}
