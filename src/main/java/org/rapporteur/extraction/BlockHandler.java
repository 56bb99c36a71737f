package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML that Tika tells into blocks. */
final class BlockHandler extends DefaultHandler {

    private static final String CELL_SEPARATOR = " | ";
    /** what it calls the pages of a paper, and slides */
    private static final Set<String> PAGES = Set.of("page", "slide-content");

    private final int limit;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder raw = new StringBuilder();
    private int characters;
    private int heading;
    private int lists;
    private int rows;
    private boolean inItem;
    private boolean inBody;
    private boolean pictures;
    private int page;

    BlockHandler(int limit) {
        this.limit = limit;
    }

    List<Block> blocks() {
        flush(BlockKind.PARAGRAPH, 0);
        return blocks;
    }

    /** The storable text of the body with its line ends. */
    String raw() {
        return StorableText.of(raw.toString());
    }

    @Nullable Integer pages() {
        return page == 0 ? null : Integer.valueOf(page);
    }

    /** Whether there are pictures in it. */
    boolean pictures() {
        return pictures;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        String name = local.toLowerCase(Locale.ROOT);
        switch (name) {
            case "body" -> inBody = true;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush(BlockKind.PARAGRAPH, 0);
                heading = name.charAt(1) - '0';
            }
            case "p" -> {
                if (rows == 0 && !inItem) {
                    flush(BlockKind.PARAGRAPH, 0);
                }
            }
            case "div" -> {
                if (rows == 0) {
                    flush(BlockKind.PARAGRAPH, 0);
                }
                if (PAGES.contains(String.valueOf(attributes.getValue("class")))) {
                    page++;
                }
            }
            case "ul", "ol" -> {
                flushOpenItem();
                lists++;
            }
            case "li" -> {
                flushOpenItem();
                inItem = true;
            }
            case "tr" -> {
                if (rows++ == 0) {
                    flush(BlockKind.PARAGRAPH, 0);
                }
            }
            case "img" -> pictures = true;
            case "br" -> text.append(' ');
            default -> { }
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        switch (local.toLowerCase(Locale.ROOT)) {
            case "body" -> inBody = false;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush(BlockKind.HEADING, heading);
                heading = 0;
            }
            case "p" -> {
                if (rows > 0 || inItem) {
                    text.append(' ');
                } else {
                    flush(BlockKind.PARAGRAPH, 0);
                }
            }
            case "div" -> {
                if (rows == 0 && !inItem) {
                    flush(BlockKind.PARAGRAPH, 0);
                }
            }
            case "li" -> {
                flushOpenItem();
                inItem = false;
            }
            case "ul", "ol" -> lists = Math.max(0, lists - 1);
            case "td", "th" -> text.append(CELL_SEPARATOR);
            case "tr" -> {
                if (--rows == 0) {
                    flush(BlockKind.TABLE_ROW, 0);
                }
            }
            default -> { }
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) throws TooMuchText {
        if (!inBody) {
            return;
        }
        characters += length;
        if (characters > limit) {
            throw new TooMuchText(limit);
        }
        text.append(letters, start, length);
        raw.append(letters, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] letters, int start, int length) throws TooMuchText {
        characters(letters, start, length);
    }

    private void flushOpenItem() {
        flush(inItem ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH, inItem ? Math.max(1, lists) : 0);
    }

    private void flush(BlockKind kind, int level) {
        String line = StorableText.of(text.toString()).replaceAll("(?U)\\s+", " ").strip();
        text.setLength(0);
        if (kind == BlockKind.TABLE_ROW) {
            line = line.replaceAll("(\\s*\\|\\s*)+$", "").replaceAll("^(\\s*\\|\\s*)+", "");
        }
        if (line.isEmpty()) {
            return;
        }
        BlockKind found = kind == BlockKind.PARAGRAPH && Bullets.starts(line) ? BlockKind.LIST_ITEM : kind;
        blocks.add(new Block(found, found == BlockKind.LIST_ITEM ? Math.max(1, level) : level, pages(), null, line));
    }
}
