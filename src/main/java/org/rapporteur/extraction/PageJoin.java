package org.rapporteur.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the paragraphs of pages together: running heads and page numbers go, what a page break divided is made whole. */
final class PageJoin {

    private static final Pattern NUMBERED = Pattern.compile("^[(\\[]?\\d{1,3}[.)\\]]\\s+\\S.*", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^(?:(?:\\d+(?:\\.\\d+)*|[IVX]+|[A-Z])[.)]?\\s+)?\\p{Lu}[^.;!?]{2,90}$");
    private static final int RECURS = 3;

    private PageJoin() {}

    /** @param pages for each page its paragraphs, with line ends */
    static List<Block> blocks(List<List<String>> pages) {
        Map<String, Integer> edges = edges(pages);
        List<Block> blocks = new ArrayList<>();
        for (int page = 1; page <= pages.size(); page++) {
            for (String paragraph : pages.get(page - 1)) {
                for (String piece : pieces(withoutEdges(paragraph, edges))) {
                    add(blocks, piece, page);
                }
            }
        }
        return blocks;
    }

    private static void add(List<Block> blocks, String piece, int page) {
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null && goesOn(last, piece)) {
            StringBuilder text = new StringBuilder(last.text());
            Lines.append(text, piece);
            blocks.set(blocks.size() - 1, new Block(last.kind(), last.level(), last.page(), null, text.toString()));
        } else if (Bullets.starts(piece)) {
            blocks.add(new Block(BlockKind.LIST_ITEM, 1, page, null, piece));
        } else {
            boolean heading = HEADING.matcher(piece).matches() && piece.split(" ").length <= 12 && !piece.endsWith(",");
            blocks.add(new Block(heading ? BlockKind.HEADING : BlockKind.PARAGRAPH, heading ? 1 : 0, page, null, piece));
        }
    }

    /** A paragraph that did not end, followed by one that does not begin. */
    private static boolean goesOn(Block last, String piece) {
        return last.kind() != BlockKind.HEADING && !last.text().matches("(?s).*[.!?:;»\"”)]$") && !Bullets.starts(piece)
                && Character.isLowerCase(piece.codePointAt(0));
    }

    /** Printed numbers and bullets begin a piece of their own, though the page shows no gap. */
    private static List<String> pieces(String paragraph) {
        List<String> pieces = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : paragraph.split("\\R")) {
            String stripped = line.replaceAll("(?U)\\s+", " ").strip();
            if (!open.isEmpty() && (NUMBERED.matcher(stripped).matches() || Bullets.starts(stripped))) {
                pieces.add(open.toString());
                open.setLength(0);
            }
            if (!stripped.isEmpty()) {
                Lines.append(open, stripped);
            }
        }
        if (!open.isEmpty()) {
            pieces.add(open.toString());
        }
        return pieces;
    }

    /** How often a first or last line stands on the pages, digits aside. */
    private static Map<String, Integer> edges(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> page : pages) {
            List<String> lines = page.stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
            lines.stream().limit(2).map(PageJoin::folded).distinct().forEach(line -> counts.merge(line, 1, Integer::sum));
            lines.stream().skip(Math.max(2, lines.size() - 2)).map(PageJoin::folded).distinct()
                    .forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < Math.min(RECURS, Math.max(2, pages.size())));
        return counts;
    }

    private static String withoutEdges(String paragraph, Map<String, Integer> edges) {
        StringBuilder kept = new StringBuilder();
        paragraph.lines().filter(line -> !edges.containsKey(folded(line)) && !isPageNumber(line)).forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    private static boolean isPageNumber(@Nullable String line) {
        return line != null && line.strip().matches("(?i)(?:page\\s*)?[-–]?\\s*\\d{1,3}\\s*[-–]?(?:\\s*(?:/|of|sur|de)\\s*\\d{1,3})?");
    }

    private static String folded(String line) {
        return line.replaceAll("\\d+", "#").replaceAll("\\s+", " ").strip();
    }
}
