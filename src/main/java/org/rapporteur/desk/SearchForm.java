package org.rapporteur.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.search.Field;
import org.rapporteur.search.Order;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address of a search says. Anybody may write an address: what is no value of a field, no order and no page is left out, and said.
 *
 * @param query as typed; may be empty
 * @param only values of which one at least is asked for, by field; fields of which nothing is chosen are missing
 * @param without values that are left out, by field
 * @param order of the passages
 * @param like key of a passage whose like are sought, in place of a query
 * @param alone whether the words are sought as they are, without their sisters of other languages
 * @param byPaper whether the best passages of each paper are shown, one paper after the other
 * @param locked fields whose choices stay when a search is begun again
 * @param page 1 to {@value #LAST_PAGE}
 * @param leftOut a sentence for each thing that was left out
 */
record SearchForm(String query, Map<Field, Set<String>> only, Map<Field, Set<String>> without, Order order, Optional<Long> like, boolean alone,
        boolean byPaper, Set<Field> locked, int page, List<String> leftOut) {

    static final int PAGE_SIZE = 20;
    static final int LAST_PAGE = 500;
    /** what people may choose by, in the order in which it is shown */
    static final List<Field> FIELDS = List.of(Field.THEME, Field.QUESTION, Field.COUNTRY, Field.OUTCOME, Field.STATUS, Field.FRAMEWORK, Field.SESSION, Field.LANGUAGE,
            Field.FIGURE, Field.CODER, Field.PAPER_STATE, Field.IN_FORCE);
    /** of a paper so many passages are shown where they are grouped */
    static final int OF_A_PAPER = 3;
    private static final String BY_PAPER = "paper";

    private static final String NOT = "not-";

    static SearchForm of(MultiValueMap<String, String> address) {
        List<String> leftOut = new ArrayList<>();
        Map<Field, Set<String>> only = new EnumMap<>(Field.class);
        Map<Field, Set<String>> without = new EnumMap<>(Field.class);
        for (Field field : FIELDS) {
            put(only, field, accepted(address, field.word(), field, leftOut));
            put(without, field, accepted(address, NOT + field.word(), field, leftOut));
        }
        String page = accepted(address, "page", "page", "[1-9]\\d{0,2}", leftOut).stream().findFirst().orElse("1");
        Optional<Long> like = accepted(address, "like", "passage", "[1-9]\\d{0,17}", leftOut).stream().findFirst().map(Long::valueOf);
        String sort = accepted(address, "sort", "order", "[a-z]{1,20}", leftOut).stream().findFirst().orElse("relevance");
        Order order = Arrays.stream(Order.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sort)).findFirst().orElse(Order.RELEVANCE);
        Set<String> locks = accepted(address, "lock", "field", "[a-z-]{1,30}", leftOut);
        Set<Field> locked = FIELDS.stream().filter(field -> locks.contains(field.word())).collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        String query = address.getOrDefault("q", List.of()).stream().findFirst().orElse("");
        return new SearchForm(query.strip(), only, without, order, like, "true".equals(address.getFirst("alone")),
                BY_PAPER.equals(address.getFirst("group")), locked, Math.min(LAST_PAGE, Integer.parseInt(page)), leftOut);
    }

    /** The search of a permanent link. @param address what stands behind its question mark */
    static SearchForm at(String address) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/search?" + address).build().getQueryParams().forEach((name, all) -> all.stream().filter(Objects::nonNull)
                .forEach(value -> values.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
        return of(values);
    }

    /** What stands behind the question mark of its permanent link. */
    public String link() {
        String address = new SearchForm(query, only, without, order, like, alone, byPaper, locked, 1, List.of()).address(1);
        return address.substring(address.indexOf('?') + 1).replaceFirst("&?page=1$", "");
    }

    /** Whether anything is sought; otherwise the page invites to. */
    public boolean asks() {
        return !query.isEmpty() || !only.isEmpty() || !without.isEmpty() || like.isPresent();
    }

    /** Whether anything but words is asked for. */
    public boolean chooses() {
        return !only.isEmpty() || !without.isEmpty();
    }

    /** How many hits stand before this page. */
    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    /** The address of another page of the same search. */
    String address(int other) {
        return address("/search", query, alone, other);
    }

    /** The address of the same choices with other words. */
    String address(String words) {
        return address("/search", words, alone, 1);
    }

    /** The address of the same search with its words as they are, or with their sisters. */
    String withSisters(boolean wanted) {
        return address("/search", query, !wanted, 1);
    }

    /** The address of nothing but what is locked. */
    public String again() {
        Map<Field, Set<String>> some = new EnumMap<>(only);
        some.keySet().retainAll(locked);
        Map<Field, Set<String>> none = new EnumMap<>(without);
        none.keySet().retainAll(locked);
        return new SearchForm("", some, none, Order.RELEVANCE, Optional.empty(), false, byPaper, locked, 1, List.of()).address(1);
    }

    /** The address of all that this search finds in one paper. */
    String within(String number) {
        return new SearchForm((query + " submission:" + number).strip(), only, without, order, Optional.empty(), alone, false, locked, 1, List.of()).address(1);
    }

    /** What is asked for, as people would write it in the box. */
    String inWords() {
        Stream<String> chosen = only.entrySet().stream().map(one -> one.getValue().stream().map(value -> one.getKey().word() + ":" + value).collect(Collectors.joining(" OR ")));
        Stream<String> left = without.entrySet().stream().flatMap(one -> one.getValue().stream().map(value -> "NOT " + one.getKey().word() + ":" + value));
        return Stream.concat(Stream.of(query), Stream.concat(chosen, left)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The address below which the same search is exported. */
    public String export() {
        return address("/search/export", query, alone, 1);
    }

    private String address(String path, String words, boolean asTyped, int other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        only.forEach((field, values) -> address.queryParam(field.word(), values));
        without.forEach((field, values) -> address.queryParam(NOT + field.word(), values));
        like.ifPresent(passage -> address.queryParam("like", passage));
        if (order != Order.RELEVANCE) {
            address.queryParam("sort", order.name().toLowerCase(Locale.ROOT));
        }
        if (asTyped) {
            address.queryParam("alone", true);
        }
        if (byPaper) {
            address.queryParam("group", BY_PAPER);
        }
        locked.forEach(field -> address.queryParam("lock", field.word()));
        address.queryParam("page", other);
        return (words.isEmpty() ? address.encode().build() : address.encode().buildAndExpand(words)).toUriString();
    }

    private static void put(Map<Field, Set<String>> chosen, Field field, Set<String> values) {
        if (!values.isEmpty()) {
            chosen.put(field, values);
        }
    }

    private static Set<String> accepted(MultiValueMap<String, String> address, String name, Field field, List<String> leftOut) {
        return accepted(address, name, field.word(), switch (field) {
            case COUNTRY -> "[A-Z]{2,5}";
            case CODER -> "[\\p{L}\\p{N}._@-]{1,80}";
            default -> "[a-z0-9-]{1,80}";
        }, leftOut);
    }

    private static Set<String> accepted(MultiValueMap<String, String> address, String name, String what, String shape, List<String> leftOut) {
        Set<String> accepted = new LinkedHashSet<>();
        for (String value : address.getOrDefault(name, List.of())) {
            if (value.matches(shape)) {
                accepted.add(value);
            } else if (!value.isEmpty()) {
                leftOut.add("“" + value.substring(0, Math.min(40, value.length())) + "” is no " + what + "; it was left out.");
            }
        }
        return accepted;
    }
}
