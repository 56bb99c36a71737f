package org.rapporteur.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.country.CountryCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a search says. Anybody may write an address: what is no theme, country or page is left out, and said.
 *
 * @param query as typed; may be empty
 * @param themes codes of themes
 * @param countries countries
 * @param page 1 to {@value #LAST_PAGE}
 * @param leftOut a sentence for each thing that was left out
 */
record SearchForm(String query, Set<String> themes, Set<CountryCode> countries, int page, List<String> leftOut) {

    static final int PAGE_SIZE = 20;
    static final int LAST_PAGE = 500;

    static SearchForm of(MultiValueMap<String, String> address) {
        List<String> leftOut = new ArrayList<>();
        Set<String> themes = accepted(address, "theme", "[a-z0-9-]{1,80}", leftOut);
        Set<CountryCode> countries = accepted(address, "country", "[A-Z]{2,5}", leftOut).stream().map(CountryCode::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String page = accepted(address, "page", "[1-9]\\d{0,2}", leftOut).stream().findFirst().orElse("1");
        String query = address.getOrDefault("q", List.of()).stream().findFirst().orElse("");
        return new SearchForm(query.strip(), themes, countries, Math.min(LAST_PAGE, Integer.parseInt(page)), leftOut);
    }

    /** Whether anything is sought; otherwise the page invites to. */
    public boolean asks() {
        return !query.isEmpty() || !themes.isEmpty() || !countries.isEmpty();
    }

    /** How many hits stand before this page. */
    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** The address of another page of the same search. */
    String address(int other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        themes.forEach(theme -> address.queryParam("theme", theme));
        countries.forEach(country -> address.queryParam("country", country.value()));
        address.queryParam("page", other);
        return (query.isEmpty() ? address.encode().build() : address.encode().buildAndExpand(query)).toUriString();
    }

    private static Set<String> accepted(MultiValueMap<String, String> address, String name, String shape, List<String> leftOut) {
        Set<String> accepted = new LinkedHashSet<>();
        for (String value : address.getOrDefault(name, List.of())) {
            if (value.matches(shape)) {
                accepted.add(value);
            } else if (!value.isEmpty()) {
                leftOut.add("“" + value.substring(0, Math.min(40, value.length())) + "” is no " + name + "; it was left out.");
            }
        }
        return accepted;
    }
}
