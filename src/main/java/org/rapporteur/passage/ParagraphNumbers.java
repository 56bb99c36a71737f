package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

/**
 * The paragraph number of every block of a paper. A paper prints numbers when at least three run on from one another; what
 * stands below a number belongs to it, what stands before the first has none. In other papers the paragraphs are counted.
 */
public final class ParagraphNumbers {

    private static final Pattern PRINTED = Pattern.compile("^[(\\[]?(?:§\\s*)?(\\d{1,3})(?:[.)\\]]|\\s?[-–]\\s)\\)?(?:\\s|$)");
    private static final Set<BlockKind> UNNUMBERED = EnumSet.of(BlockKind.HEADING, BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW, BlockKind.NOTE);
    private static final int ENOUGH = 3;
    /** a number may be missing where its paragraph was lost or became a heading */
    private static final int LARGEST_GAP = 3;

    private ParagraphNumbers() {}

    /**
     * What stands in the margin of a block that begins a numbered paragraph.
     *
     * @param number by which it is cited
     * @param printed the number as its paper prints it, with its point or brackets; empty where paragraphs are counted
     * @param text of the block without what is printed
     */
    public record Margin(int number, String printed, String text) {}

    /** One entry a block, in order; null for blocks that begin no paragraph of their own. */
    public static List<@Nullable Margin> margins(List<Block> blocks) {
        List<@Nullable Integer> numbers = of(blocks);
        boolean counts = printed(blocks).isEmpty();
        List<@Nullable Margin> margins = new ArrayList<>();
        Integer last = null;
        for (int i = 0; i < blocks.size(); i++) {
            Integer number = numbers.get(i);
            boolean begins = number != null && !number.equals(last);
            margins.add(begins ? counts ? new Margin(number, "", blocks.get(i).text()) : printedMargin(blocks.get(i), number) : null);
            last = number == null ? last : number;
        }
        return margins;
    }

    private static Margin printedMargin(Block block, int number) {
        if (block.label() != null) {
            return new Margin(number, block.label(), block.text());
        }
        Matcher matcher = PRINTED.matcher(block.text());
        return matcher.find() ? new Margin(number, matcher.group().strip(), block.text().substring(matcher.end())) : new Margin(number, "", block.text());
    }

    /** One entry a block, in order; null for blocks before the first printed number, and for headings where paragraphs are counted. */
    static List<@Nullable Integer> of(List<Block> blocks) {
        List<@Nullable Integer> printed = printed(blocks);
        return printed.isEmpty() ? counted(blocks) : printed;
    }

    /** Whether a block begins the printed paragraph of that number. */
    static boolean begins(Block block, int number) {
        Integer own = own(block);
        return own != null && own == number;
    }

    private static List<@Nullable Integer> printed(List<Block> blocks) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        Integer current = null;
        int found = 0;
        for (Block block : blocks) {
            Integer own = UNNUMBERED.contains(block.kind()) ? null : own(block);
            if (own != null && runsOn(current, own)) {
                current = own;
                found++;
            }
            numbers.add(current);
        }
        return found >= ENOUGH ? numbers : Collections.emptyList();
    }

    private static boolean runsOn(@Nullable Integer current, int next) {
        return current == null ? next == 1 : next > current && next <= current + LARGEST_GAP;
    }

    private static List<@Nullable Integer> counted(List<Block> blocks) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        int count = 0;
        for (Block block : blocks) {
            numbers.add(switch (block.kind()) {
                case HEADING -> null;
                // a note belongs to the paragraph before it
                case NOTE -> Integer.valueOf(Math.max(1, count));
                case PARAGRAPH, LIST_ITEM, TABLE_HEAD, TABLE_ROW -> Integer.valueOf(++count);
            });
        }
        return numbers;
    }

    private static @Nullable Integer own(Block block) {
        String start = block.label() == null ? block.text() : block.label();
        Matcher matcher = PRINTED.matcher(start);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
}
