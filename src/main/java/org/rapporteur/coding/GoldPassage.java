package org.rapporteur.coding;

import java.util.Set;

/** A passage that people have coded: one line of a gold file; language ISO 639-1, outcome success, failure, both or none. */
public record GoldPassage(String id, String country, String lang, String kind, String text, Set<String> themes, String outcome,
        Set<String> framework) {

    public GoldPassage {
        if (text == null || text.isBlank() || lang == null || kind == null || outcome == null) {
            throw new IllegalArgumentException("a gold passage needs text, lang, kind and outcome");
        }
        themes = themes == null ? Set.of() : Set.copyOf(themes);
        framework = framework == null ? Set.of() : Set.copyOf(framework);
    }
}
