package org.rapporteur.search;

import java.util.List;
import java.util.Map;

/**
 * What a search found.
 *
 * @param total how many passages in all
 * @param hits those asked for, best first; of a search by paper, the best ones of each paper, one paper after the other
 * @param facets for each field its values with how many passages of this search have them, most first
 * @param papers those asked for, of a search by paper; otherwise empty
 * @param paperTotal how many papers in all, of a search by paper; otherwise 0
 */
public record Results(long total, List<Hit> hits, Map<Field, List<Count>> facets, List<Paper> papers, int paperTotal) {

    /** What is not grouped by paper. */
    public Results(long total, List<Hit> hits, Map<Field, List<Count>> facets) {
        this(total, hits, facets, List.of(), 0);
    }

    /** A value and how many passages of the search have it. */
    public record Count(String value, int passages) {}

    /** A paper and how many of its passages the search finds. */
    public record Paper(String number, long passages) {}
}
