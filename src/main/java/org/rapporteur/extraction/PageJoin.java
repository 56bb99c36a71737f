package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts the paragraphs of pages together: running heads and page numbers go, what a page break divided is made whole. */
final class PageJoin {

    private static final Pattern NUMBERED = Pattern.compile("^[(\\[]?\\d{1,3}[.)\\]]\\s+\\S.*", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^(?:(?:\\d+(?:\\.\\d+)*|[IVX]+|[A-Z])[.)]?\\s+)?\\p{Lu}[^.;!?]{2,90}$");

    private final Lines lines;
    private final List<Block> blocks = new ArrayList<>();

    private PageJoin(Lines lines) {
        this.lines = lines;
    }

    /** @param pages for each page its paragraphs, with line ends */
    static List<Block> blocks(List<List<String>> pages) {
        List<List<List<String>>> kept = withoutFurniture(pages);
        PageJoin join = new PageJoin(new Lines(kept.stream().flatMap(List::stream).flatMap(List::stream).toList()));
        for (int page = 1; page <= kept.size(); page++) {
            for (List<String> paragraph : kept.get(page - 1)) {
                for (String piece : join.pieces(paragraph)) {
                    join.add(piece, page);
                }
            }
        }
        return join.blocks;
    }

    private void add(String piece, int page) {
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null && goesOn(last, piece)) {
            StringBuilder text = new StringBuilder(last.text());
            lines.append(text, piece);
            blocks.set(blocks.size() - 1, new Block(last.kind(), last.level(), last.page(), null, text.toString()));
        } else if (Bullets.starts(piece)) {
            blocks.add(new Block(BlockKind.LIST_ITEM, 1, page, null, piece));
        } else {
            boolean heading = HEADING.matcher(piece).matches() && piece.split(" ").length <= 12 && !piece.endsWith(",") && !piece.endsWith("-");
            blocks.add(new Block(heading ? BlockKind.HEADING : BlockKind.PARAGRAPH, heading ? 1 : 0, page, null, piece));
        }
    }

    /** A paragraph that did not end, followed by one that does not begin. */
    private static boolean goesOn(Block last, String piece) {
        return last.kind() != BlockKind.HEADING && !last.text().matches("(?s).*[.!?:;»\"”)]$") && !Bullets.starts(piece)
                && Character.isLowerCase(piece.codePointAt(0));
    }

    /** Printed numbers and bullets begin a piece of their own, though the page shows no gap. */
    private List<String> pieces(List<String> paragraph) {
        List<String> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : paragraph) {
            if (!open.isEmpty() && (NUMBERED.matcher(line).matches() || Bullets.starts(line))) {
                pieces.add(open.toString());
                open.setLength(0);
            }
            lines.append(open, line);
        }
        if (!open.isEmpty()) {
            pieces.add(open.toString());
        }
        return pieces;
    }

    /** The same pages, each paragraph as its lines, none of them blank. */
    private static List<List<List<String>>> withoutFurniture(List<List<String>> pages) {
        List<List<List<String>>> split = pages.stream().map(page -> page.stream().map(PageJoin::lines).toList()).toList();
        List<List<String>> flat = split.stream().map(page -> page.stream().flatMap(List::stream).toList()).toList();
        PageEdges edges = new PageEdges(flat);
        List<List<List<String>>> kept = new ArrayList<>();
        for (int page = 0; page < split.size(); page++) {
            Set<Integer> furniture = edges.furniture(flat.get(page), page);
            List<List<String>> paragraphs = new ArrayList<>();
            int index = 0;
            for (List<String> paragraph : split.get(page)) {
                List<String> lines = new ArrayList<>();
                for (String line : paragraph) {
                    if (!furniture.contains(index++)) {
                        lines.add(line);
                    }
                }
                paragraphs.add(lines);
            }
            kept.add(paragraphs);
        }
        return kept;
    }

    private static List<String> lines(String paragraph) {
        return paragraph.lines().map(line -> line.replaceAll("(?U)\\s+", " ").strip()).filter(line -> !line.isEmpty()).toList();
    }
}
