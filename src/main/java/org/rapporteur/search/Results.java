package org.rapporteur.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total how many passages in all
 * @param hits those asked for, best first
 * @param facets for each field its values with how many passages of this search have them, most first
 */
public record Results(long total, List<Hit> hits, Map<Field, List<Count>> facets) {

    /** A value and how many passages of the search have it. */
    public record Count(String value, int passages) {}
}
