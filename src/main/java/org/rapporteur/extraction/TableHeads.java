package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the column headings of tables that do not say which row they are. */
final class TableHeads {

    private static final int FEWEST_ROWS = 3;
    /** words of all headings of a table: what is longer says something */
    private static final int LONGEST = 40;
    private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");

    private TableHeads() {}

    /** The same blocks; of a table of three rows or more the first is its head where all its cells are short and none is a figure; of two
     * cells the second with a figure is what the first is the label of. */
    static List<Block> marked(List<Block> blocks) {
        List<Block> marked = new ArrayList<>(blocks);
        for (int i = 0; i + FEWEST_ROWS <= blocks.size(); i++) {
            boolean first = i == 0 || !isOfTable(blocks.get(i - 1));
            if (first && blocks.subList(i, i + FEWEST_ROWS).stream().allMatch(block -> block.kind() == BlockKind.TABLE_ROW) && isHead(blocks.get(i).text())) {
                marked.set(i, blocks.get(i).as(BlockKind.TABLE_HEAD));
            }
        }
        return marked;
    }

    private static boolean isOfTable(Block block) {
        return block.kind() == BlockKind.TABLE_ROW || block.kind() == BlockKind.TABLE_HEAD;
    }

    private static boolean isHead(String row) {
        List<String> cells = List.of(row.split(Pattern.quote(BlockList.CELL_SEPARATOR.strip())));
        boolean labelled = cells.size() == 2 && cells.getLast().codePoints().anyMatch(Character::isDigit);
        return cells.size() > 1 && !labelled && row.split(" ").length <= LONGEST
                && cells.stream().map(String::strip).noneMatch(cell -> FIGURE.matcher(cell).matches() && !cell.matches("(?:19|20)\\d\\d") || cell.endsWith("."));
    }
}
