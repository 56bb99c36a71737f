package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.coding.ExampleField;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Stated;

/**
 * What somebody filled in about an example.
 *
 * @param texts what is said, by field; blank where nothing is
 * @param passages keys of the passages ticked, by field
 * @param outcome chosen
 */
record ExampleForm(Map<ExampleField, String> texts, Map<ExampleField, Set<Long>> passages, Outcome outcome) {

    static ExampleForm of(Map<ExampleField, Stated> fields, Outcome outcome) {
        ExampleForm form = new ExampleForm(new EnumMap<>(ExampleField.class), new EnumMap<>(ExampleField.class), outcome);
        for (ExampleField field : ExampleField.values()) {
            form.texts.put(field, fields.containsKey(field) ? fields.get(field).text() : "");
            form.passages.put(field, fields.containsKey(field) ? Set.copyOf(fields.get(field).passages()) : Set.of());
        }
        return form;
    }

    static ExampleForm of(HttpServletRequest request) {
        ExampleForm form = new ExampleForm(new EnumMap<>(ExampleField.class), new EnumMap<>(ExampleField.class),
                Arrays.stream(Outcome.values()).filter(one -> one.name().equals(request.getParameter("outcome"))).findFirst().orElse(Outcome.NONE));
        for (ExampleField field : ExampleField.values()) {
            String text = request.getParameter("text-" + field);
            String[] ticked = request.getParameterValues("passages-" + field);
            form.texts.put(field, text == null ? "" : text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", " ").strip());
            form.passages.put(field, ticked == null ? Set.of() : Arrays.stream(ticked).filter(key -> key.matches("\\d{1,18}")).map(Long::valueOf).collect(Collectors.toSet()));
        }
        return form;
    }

    /** All passages ticked. */
    Set<Long> all() {
        return passages.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What keeps it from being an example; empty where nothing does.
     *
     * @param known keys of the passages that may carry it
     */
    String fault(Set<Long> known) {
        if (texts.get(ExampleField.NAME).isEmpty()) {
            return "please give it a name.";
        }
        if (!known.containsAll(all())) {
            return "a passage that is ticked is not of this paper.";
        }
        for (ExampleField field : ExampleField.values()) {
            if (texts.get(field).length() > Stated.LONGEST) {
                return "“%s” is longer than %d characters.".formatted(field.heading(), Stated.LONGEST);
            }
            if (!texts.get(field).isEmpty() && passages.get(field).isEmpty()) {
                return "please tick the passage that says it under “%s”. What no passage says stays empty.".formatted(field.heading());
            }
        }
        return "";
    }

    /** Ready to be kept; see {@link #fault}. */
    Map<ExampleField, Stated> fields() {
        Map<ExampleField, Stated> fields = new EnumMap<>(ExampleField.class);
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) {
                fields.put(field, new Stated(text, List.copyOf(passages.get(field))));
            }
        });
        return fields;
    }
}
