package org.rapporteur.report;

import org.jspecify.annotations.Nullable;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.Picture;
import org.rapporteur.passage.ParagraphNumbers;

/** What a collection prints of a document, one after the other. */
sealed interface Piece {

    /**
     * A block as it was read.
     *
     * @param margin where it begins a paragraph that is cited by a number; null where it does not
     */
    record Printed(Block block, ParagraphNumbers.@Nullable Margin margin) implements Piece {

        /** Without the number that stands in the margin. */
        String text() {
            return margin == null ? block.text() : margin.text();
        }

        /** As it stands in the margin: the number of the paper, or in brackets the one that was counted; empty where there is none. */
        String number() {
            return margin == null ? "" : margin.printed().isEmpty() ? "[" + margin.number() + "]" : margin.printed();
        }
    }

    /** A picture that stands here, or as near as is known. */
    record Figure(Picture picture) implements Piece {}

    /** One or several blocks that this edition leaves out. */
    record Gap() implements Piece {}
}
