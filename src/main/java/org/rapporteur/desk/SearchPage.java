package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.report.PassageTable;
import org.rapporteur.report.ResultFile;
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
    private final ResultFile files;
    private final Calls calls;
    private final Coded coded;

    SearchPage(DeskSearch search, ResultFile files, Calls calls, Coded coded) {
        this.search = search;
        this.files = files;
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

    /** What a search finds as a file; of its passages the first {@value PassageTable#MOST}. */
    @GetMapping("/search/export")
    ResponseEntity<byte[]> export(@RequestParam MultiValueMap<String, String> address, @RequestParam String format, HttpServletRequest request) throws IOException {
        ResultFile.Form form = ResultFile.Form.of(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SearchForm asked = SearchForm.of(address);
        Visitor visitor = Visitor.of(request);
        byte[] bytes = files.write(calls.current(), coded.codebook(calls.current()), form, asked.inWords(), search.all(asked, visitor, PassageTable.MOST),
                search.total(asked, visitor), !visitor.seesRestricted());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(form.fileName()).build().toString()).body(bytes);
    }
}
