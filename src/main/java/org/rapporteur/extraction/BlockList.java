package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Blocks of a document as they are found, within the limit of its text. */
final class BlockList {

    static final String CELL_SEPARATOR = " | ";

    private final int limit;
    private final List<Block> blocks = new ArrayList<>();
    private int characters;

    /** @param limit characters of text */
    BlockList(int limit) {
        this.limit = limit;
    }

    List<Block> blocks() {
        return blocks;
    }

    /**
     * Adds a piece of text unless it is blank; white space is collapsed, and a paragraph that begins with a bullet is an item.
     *
     * @param level of a heading or an item, from 1
     */
    void add(BlockKind kind, int level, @Nullable Integer page, String text) throws TooMuchText {
        String line = line(text);
        characters += line.length();
        if (characters > limit) {
            throw new TooMuchText(limit);
        }
        if (line.isEmpty()) {
            return;
        }
        BlockKind found = kind == BlockKind.PARAGRAPH && Bullets.starts(line) ? BlockKind.LIST_ITEM : kind;
        int depth = switch (found) {
            case HEADING -> level;
            case LIST_ITEM -> Math.max(1, level);
            case PARAGRAPH, TABLE_HEAD, TABLE_ROW, NOTE -> 0;
        };
        blocks.add(new Block(found, depth, page, null, line));
    }

    /** Adds a row of a table; cells may be blank, a row of nothing else is none. */
    void addRow(boolean head, @Nullable Integer page, List<String> cells) throws TooMuchText {
        List<String> lines = cells.stream().map(BlockList::line).toList();
        if (lines.stream().anyMatch(cell -> !cell.isEmpty())) {
            add(head ? BlockKind.TABLE_HEAD : BlockKind.TABLE_ROW, 0, page, lines.stream().collect(Collectors.joining(CELL_SEPARATOR))
                    .replaceAll("^[\\s|]+|[\\s|]+$", ""));
        }
    }

    private static String line(String text) {
        return StorableText.of(text).replace("\u00ad", "").replaceAll("(?U)\\s+", " ").strip();
    }
}
