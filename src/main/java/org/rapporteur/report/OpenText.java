package org.rapporteur.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.ParagraphNumbers;
import org.rapporteur.passage.Splitter;

/**
 * The blocks of a document that an edition may print: those that passages which may be seen cover to the last letter, and the headings above
 * them. What no such passage covers is left out, whatever it is: a heading may tell of what stands below it. Where nothing is left out, all
 * headings are there.
 */
final class OpenText {

    private final List<Block> blocks;
    /** the letters that may be seen, by their offset in the text of the document; null where all may */
    private final @Nullable BitSet seen;

    /** All of it. */
    OpenText(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.seen = null;
    }

    /** @param passages those of the document that may be seen */
    OpenText(List<Block> blocks, List<CitedPassage> passages) {
        this.blocks = List.copyOf(blocks);
        this.seen = new BitSet();
        String text = Splitter.text(blocks);
        for (int i = 0; i < text.length(); i++) {
            seen.set(i, Character.isWhitespace(text.charAt(i)));
        }
        passages.forEach(cited -> seen.set(cited.passage().locator().start(), cited.passage().locator().end()));
    }

    CollectedText text() {
        List<ParagraphNumbers.@Nullable Margin> margins = ParagraphNumbers.margins(blocks);
        boolean[] open = open();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (open[i]) {
                pieces.add(new Piece.Printed(blocks.get(i), margins.get(i)));
            } else if (!isHeading(i) && (pieces.isEmpty() || !(pieces.getLast() instanceof Piece.Gap))) {
                pieces.add(new Piece.Gap());
            }
        }
        return pieces.stream().anyMatch(Piece.Printed.class::isInstance) ? new CollectedText.Read(pieces) : new CollectedText.LeftOut();
    }

    private boolean[] open() {
        boolean[] open = new boolean[blocks.size()];
        int offset = 0;
        for (int i = 0; i < open.length; i++) {
            int end = offset + blocks.get(i).text().length();
            open[i] = seen == null || !isHeading(i) && seen.nextClearBit(offset) >= end;
            offset = end + 1;
        }
        boolean nothingToTellOf = IntStream.range(0, open.length).allMatch(i -> open[i] || isHeading(i)) && IntStream.range(0, open.length).anyMatch(i -> open[i]);
        for (int i = open.length - 1; i >= 0; i--) {
            open[i] |= isHeading(i) && (nothingToTellOf || leadsToSomethingOpen(i, open));
        }
        return open;
    }

    private boolean isHeading(int block) {
        return blocks.get(block).kind() == BlockKind.HEADING;
    }

    /** Whether something may be seen before the next heading that is no deeper. */
    private boolean leadsToSomethingOpen(int heading, boolean[] open) {
        for (int i = heading + 1; i < open.length; i++) {
            boolean ends = isHeading(i) && blocks.get(i).level() <= blocks.get(heading).level();
            if (ends || open[i]) {
                return !ends;
            }
        }
        return false;
    }
}
