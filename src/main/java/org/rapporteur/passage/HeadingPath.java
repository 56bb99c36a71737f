package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

/** The headings above a place in a paper; those of the columns are the last of them inside a table. */
final class HeadingPath {

    private final TreeMap<Integer, String> byLevel = new TreeMap<>();
    private @Nullable String columns;

    /** Goes on to a block: a heading ends those of its own level and below, and a table ends where something else than a row or a note comes. */
    void pass(Block block) {
        switch (block.kind()) {
            case HEADING -> {
                byLevel.tailMap(block.level(), true).clear();
                byLevel.put(block.level(), block.text());
                columns = null;
            }
            case TABLE_HEAD -> columns = block.text();
            case PARAGRAPH, LIST_ITEM -> columns = null;
            case TABLE_ROW, NOTE -> { }
        }
    }

    /** Those above a passage that begins with a block, the outermost first. */
    List<String> headings(Block first) {
        List<String> headings = new ArrayList<>(byLevel.values());
        if (columns != null && first.kind() == BlockKind.TABLE_ROW) {
            headings.add(columns);
        }
        return headings;
    }
}
