package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.search.Field;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api}: the searches of the desk for programs; {@code /api/openapi.yaml} describes them. */
@RestController
class SearchApi {

    private final DeskSearch search;

    SearchApi(DeskSearch search) {
        this.search = search;
    }

    /** What a search found, as a program reads it; {@code notices} says what was not searched as it was asked. */
    record Answer(long total, int page, List<Passage> hits, Map<String, List<Count>> facets, List<String> notices, List<String> notes) {}

    /** A passage. */
    record Passage(long passage, String submission, String citation, String headingPath, String language, String text, List<String> highlights, List<String> themes,
            List<String> codes, boolean restricted) {}

    /** A value of a field. */
    record Count(String value, String name, int passages) {}

    /** Takes the parameters of the search page. */
    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer search(@RequestParam MultiValueMap<String, String> address, HttpServletRequest request) {
        SearchForm form = SearchForm.of(address);
        Found found = search.find(form, Visitor.of(request));
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        found.facets().forEach(facet -> facets.put(facet.word(), facet.choices().stream().map(choice -> new Count(choice.value(), choice.name(), choice.passages())).toList()));
        return new Answer(found.total(), form.page(), found.hits().stream().map(SearchApi::passage).toList(), facets, found.notices(), found.notes());
    }

    /** What can be asked for by name. */
    @GetMapping(path = "/api/fields", produces = MediaType.APPLICATION_JSON_VALUE)
    List<String> fields() {
        return SearchForm.FIELDS.stream().map(Field::word).toList();
    }

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> description() throws IOException {
        return ResponseEntity.ok().contentType(MediaType.valueOf("application/yaml")).body(new ClassPathResource("desk/openapi.yaml"));
    }

    private static Passage passage(Found.Hit hit) {
        return new Passage(hit.passage(), hit.paper(), hit.citation(), hit.headingPath(), hit.language(), hit.pieces().stream().map(Piece::text).collect(Collectors.joining()),
                hit.pieces().stream().filter(Piece::marked).map(Piece::text).toList(), hit.themes(), hit.codes(), hit.restricted());
    }
}
