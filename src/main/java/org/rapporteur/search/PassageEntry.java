package org.rapporteur.search;

import java.util.List;
import java.util.Map;
import org.rapporteur.passage.CitedPassage;

/**
 * A passage as the index takes it over.
 *
 * @param cited the passage and its paper
 * @param values what it can be filtered by; a field may have several values or none
 */
public record PassageEntry(CitedPassage cited, Map<Field, List<String>> values) {

    public PassageEntry {
        values = Map.copyOf(values);
    }
}
