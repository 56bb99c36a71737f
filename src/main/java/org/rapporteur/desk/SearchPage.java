package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.report.PassageTable;
import org.rapporteur.search.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /} and {@code /search}: passages by words, theme, country and more. The address of a search is its permanent link. */
@Controller
class SearchPage {

    private final DeskSearch search;
    private final PassageTable table;
    private final Calls calls;
    private final Coded coded;

    SearchPage(DeskSearch search, PassageTable table, Calls calls, Coded coded) {
        this.search = search;
        this.table = table;
        this.calls = calls;
        this.coded = coded;
    }

    @GetMapping({"/", "/search"})
    String page(@RequestParam MultiValueMap<String, String> address, HttpServletRequest request, Model model) {
        SearchForm form = SearchForm.of(address);
        Found found = search.find(form, Visitor.of(request));
        model.addAttribute("form", form).addAttribute("found", found).addAttribute("pages", Pages.of(form, found.entries()))
                .addAttribute("orders", Order.values()).addAttribute("most", PassageTable.MOST).addAttribute("welcome", address.containsKey("welcome"));
        return "search";
    }

    /** The passages that a search finds, as a table; the first {@value PassageTable#MOST} of them. */
    @GetMapping("/search/export")
    ResponseEntity<byte[]> export(@RequestParam MultiValueMap<String, String> address, @RequestParam String format, HttpServletRequest request) throws IOException {
        PassageTable.Form form = PassageTable.Form.of(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] bytes = table.write(form, search.all(SearchForm.of(address), Visitor.of(request), PassageTable.MOST), coded.codebook(calls.current()));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("passages." + format).build().toString()).body(bytes);
    }
}
