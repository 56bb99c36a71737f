package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rapporteur.extraction.Block;

/** The headings above a place in a paper. */
final class HeadingPath {

    private final TreeMap<Integer, String> byLevel = new TreeMap<>();

    /** A heading ends those of its own level and below. */
    void enter(Block heading) {
        byLevel.tailMap(heading.level(), true).clear();
        byLevel.put(heading.level(), heading.text());
    }

    /** The outermost first. */
    List<String> headings() {
        return new ArrayList<>(byLevel.values());
    }
}
