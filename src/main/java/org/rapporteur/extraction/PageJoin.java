package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the paragraphs of pages together: running heads and page numbers go, what a page break divided is made whole. */
final class PageJoin {

    /** an entry of a table of contents: dots that lead to a page */
    private static final Pattern LEADER = Pattern.compile(".*(?:\\.\\s?){5,}\\s*[\\divxlc]*$|.*…{2,}\\s*[\\divxlc]*$");

    private static final int HEADS = 4;

    private final Lines lines;
    private final PageParagraphs paragraphs;
    private final PrintedHeadings headings;
    private final float usual;
    private final List<Block> blocks = new ArrayList<>();
    /** notes of paragraphs that may still go on, by the index of their block */
    private final List<List<String>> notes = new ArrayList<>();
    /** first rows of the table before, which may be printed once more */
    private List<List<String>> heads = List.of();

    private PageJoin(List<List<PrintedLine>> body, List<List<PageItem>> pages) {
        lines = new Lines(pages.stream().flatMap(List::stream).flatMap(item -> switch (item) {
            case PrintedLine line -> List.of(line).stream();
            case PrintedTable table -> table.rows().stream().flatMap(List::stream).flatMap(List::stream);
        }).map(PrintedLine::text).toList());
        paragraphs = new PageParagraphs(body);
        headings = new PrintedHeadings(body);
        usual = PageParagraphs.usualSize(body);
    }

    /** @param pages what stands on each page, in the order it is to be read */
    static List<Block> blocks(List<List<PageItem>> pages) {
        List<List<PageItem>> kept = withoutFurniture(pages);
        PageJoin join = new PageJoin(kept.stream().map(PageJoin::lines).toList(), kept);
        for (int page = 1; page <= kept.size(); page++) {
            join.add(kept.get(page - 1), page);
        }
        return join.withNotes();
    }

    private void add(List<PageItem> items, int page) {
        PageNotes apart = new PageNotes(lines(items), usual);
        List<PrintedLine> open = new ArrayList<>();
        int before = blocks.size();
        for (PageItem item : items) {
            switch (item) {
                case PrintedLine line when apart.isBody(line) -> open.add(line);
                case PrintedLine note -> { }
                case PrintedTable table -> {
                    addParagraphs(open, apart, page);
                    open.clear();
                    addRows(table, apart, page, blocks.size() == before);
                }
            }
        }
        addParagraphs(open, apart, page);
        if (!blocks.isEmpty()) {
            apart.notes().values().forEach(note -> notes.getLast().add(text(note, apart)));
        }
    }

    private void addParagraphs(List<PrintedLine> open, PageNotes apart, int page) {
        for (List<PrintedLine> paragraph : paragraphs.of(open)) {
            String text = text(paragraph, apart);
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                add(paragraph, text, page);
                paragraph.forEach(line -> addNotes(line, apart));
            }
        }
    }

    private void add(List<PrintedLine> paragraph, String text, int page) {
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null && goesOn(last, text)) {
            StringBuilder joined = new StringBuilder(last.text());
            lines.append(joined, text);
            boolean item = last.kind() == BlockKind.LIST_ITEM;
            blocks.set(blocks.size() - 1, new Block(item ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH, item ? last.level() : 0, last.page(), null,
                    joined.toString(), null, last.confidence()).sure(confidence(paragraph)));
            return;
        }
        boolean item = Bullets.starts(text);
        int heading = item ? 0 : headings.level(paragraph, text);
        add(new Block(item ? BlockKind.LIST_ITEM : heading > 0 ? BlockKind.HEADING : BlockKind.PARAGRAPH, item ? 1 : heading, page, null,
                item ? Bullets.readable(text) : text).sure(confidence(paragraph)));
    }

    private static @Nullable Integer confidence(List<PrintedLine> paragraph) {
        return paragraph.stream().map(PrintedLine::confidence).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private void add(Block block) {
        blocks.add(block);
        notes.add(new ArrayList<>());
    }

    /** The head of a table that goes on is printed once more on the next page, and not read again. */
    private void addRows(PrintedTable table, PageNotes apart, int page, boolean first) {
        List<List<String>> rows = table.rows().stream().map(row -> row.stream().map(cell -> text(cell, apart)).toList()).toList();
        boolean onward = first && !blocks.isEmpty() && blocks.getLast().kind() == BlockKind.TABLE_ROW;
        boolean again = onward;
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            again = again && heads.contains(cells);
            String text = String.join(BlockList.CELL_SEPARATOR, cells).replaceAll("^[\\s|]+|[\\s|]+$", "");
            if (onward && row == 0 && cells.getFirst().isEmpty() && goesOnInCell(text)) {
                StringBuilder joined = new StringBuilder(blocks.getLast().text());
                lines.append(joined, text);
                blocks.set(blocks.size() - 1, new Block(BlockKind.TABLE_ROW, 0, blocks.getLast().page(), null, joined.toString()));
            } else if (!again && !text.isEmpty()) {
                add(new Block(BlockKind.TABLE_ROW, 0, page, null, text));
            }
            if (!notes.isEmpty()) {
                table.rows().get(row).stream().flatMap(List::stream).forEach(line -> addNotes(line, apart));
            }
        }
        heads = rows.subList(0, Math.min(HEADS, rows.size()));
    }

    /** What a page break left of a cell: the row before it does not end, and this one does not begin. */
    private boolean goesOnInCell(String text) {
        return !text.isEmpty() && !text.contains(BlockList.CELL_SEPARATOR) && !Letters.end(blocks.getLast().text()) && Character.isLowerCase(text.codePointAt(0));
    }

    private void addNotes(PrintedLine line, PageNotes apart) {
        line.words().stream().filter(apart::isReference).forEach(word -> notes.getLast().add(text(apart.notes().remove(word.text()), apart)));
    }

    private List<Block> withNotes() {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            all.add(block);
            notes.get(i).stream().filter(note -> !note.isBlank()).forEach(note -> all.add(new Block(BlockKind.NOTE, 0, block.page(), null, note)));
        }
        return all;
    }

    /** A paragraph that did not end, followed by one that does not begin. What was a heading by its words alone was none then. */
    private boolean goesOn(Block last, String text) {
        boolean open = last.kind() == BlockKind.PARAGRAPH || last.kind() == BlockKind.LIST_ITEM || last.kind() == BlockKind.HEADING && headings.areByWords();
        return open && !Letters.end(last.text()) && !Bullets.starts(text) && Character.isLowerCase(text.codePointAt(0));
    }

    private String text(List<PrintedLine> paragraph) {
        StringBuilder text = new StringBuilder();
        paragraph.forEach(line -> lines.append(text, line.text()));
        return text.toString();
    }

    private String text(List<PrintedLine> paragraph, PageNotes apart) {
        return text(paragraph.stream().map(line -> line.words().stream().filter(word -> !apart.isReference(word)).toList())
                .filter(words -> !words.isEmpty()).map(PrintedLine::new).toList());
    }

    private static boolean isLeader(String line) {
        return (line.contains("..") || line.contains(". .") || line.contains("……")) && LEADER.matcher(line).matches();
    }

    private static List<PrintedLine> lines(List<PageItem> items) {
        return items.stream().filter(PrintedLine.class::isInstance).map(PrintedLine.class::cast).toList();
    }

    /** Heads and feet are looked for at the upper and the lower edge, whenever they were drawn. */
    private static List<List<PageItem>> withoutFurniture(List<List<PageItem>> pages) {
        List<List<PrintedLine>> sorted = pages.stream().map(PageJoin::lines)
                .map(page -> page.stream().sorted(Comparator.comparing(PrintedLine::base)).toList()).toList();
        List<List<String>> texts = sorted.stream().map(page -> page.stream().map(PrintedLine::text).toList()).toList();
        PageEdges edges = new PageEdges(texts);
        List<List<PageItem>> kept = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            List<PrintedLine> ofPage = sorted.get(page);
            Set<Integer> furniture = edges.furniture(texts.get(page), page);
            List<PrintedLine> gone = furniture.stream().map(ofPage::get).toList();
            kept.add(pages.get(page).stream().filter(item -> gone.stream().noneMatch(line -> line == item)
                    && !(item instanceof PrintedLine line && isLeader(line.text()))).toList());
        }
        return kept;
    }
}
