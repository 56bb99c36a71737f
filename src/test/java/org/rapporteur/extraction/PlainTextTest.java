package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void blankLinesEndAParagraph() {
        assertThat(PlainText.blocks("One line\nand its next.\n\nAnother one.")).extracting(Block::text)
                .containsExactly("One line and its next.", "Another one.");
    }

    @Test
    void printedNumbersAndBulletsBeginABlockOfTheirOwn() {
        assertThat(PlainText.blocks("1. First.\n2. Second.\n- item")).extracting(Block::text)
                .containsExactly("1. First.", "2. Second.", "- item");
    }

    @Test
    void aShortLineAloneIsAHeading() {
        assertThat(PlainText.blocks("Incentives\n==========\n\nThey help a lot.")).extracting(Block::kind)
                .containsExactly(BlockKind.HEADING, BlockKind.PARAGRAPH);
    }

    @Test
    void linesWithGapsAreRowsOfATable() {
        assertThat(PlainText.blocks("2001    34\n2002    35")).extracting(Block::text).containsExactly("2001 | 34", "2002 | 35");
    }

    @Test
    void compoundsAreKeptByTheWordsOfTheSameText() {
        assertThat(PlainText.blocks("Making a decision.\n\nGood decision-\nmaking counts.")).last().extracting(Block::text)
                .isEqualTo("Good decision-making counts.");
    }
}
