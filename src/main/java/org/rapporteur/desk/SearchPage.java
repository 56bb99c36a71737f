package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /} and {@code /search}: passages by words, theme and country. The address of a search is its permanent link. */
@Controller
class SearchPage {

    private final DeskSearch search;

    SearchPage(DeskSearch search) {
        this.search = search;
    }

    @GetMapping({"/", "/search"})
    String page(@RequestParam MultiValueMap<String, String> address, HttpServletRequest request, Model model) {
        SearchForm form = SearchForm.of(address);
        Found found = search.find(form, Visitor.of(request).seesRestricted());
        model.addAttribute("form", form).addAttribute("found", found).addAttribute("pages", Pages.of(form, found.total()))
                .addAttribute("welcome", address.containsKey("welcome"));
        return "search";
    }
}
