package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;

class SplitterTest {

    private static final String FORTY_WORDS = "Word " + "word ".repeat(38) + "end.";

    @Test
    void aParagraphOfSomeLengthIsAPassageUnderItsHeadings() {
        List<Passage> passages = split(heading(1, "Paper"), heading(2, "Incentives"), paragraph("12. " + FORTY_WORDS));

        assertThat(passages).singleElement().satisfies(passage -> {
            assertThat(passage.locator().headingPath()).containsExactly("Paper", "Incentives");
            assertThat(passage.locator().page()).isEqualTo(2);
        });
    }

    @Test
    void printedNumbersAreThoseOfTheCitation() {
        List<Passage> passages = split(paragraph("1. " + FORTY_WORDS), paragraph("2. " + FORTY_WORDS), paragraph("3. " + FORTY_WORDS));

        assertThat(passages).extracting(passage -> passage.locator().paragraph()).containsExactly("1", "2", "3");
    }

    @Test
    void paragraphsWithoutNumbersAreCounted() {
        assertThat(split(paragraph(FORTY_WORDS), paragraph(FORTY_WORDS))).extracting(passage -> passage.locator().paragraph())
                .containsExactly("1", "2");
    }

    @Test
    void shortParagraphsGoTogetherAndAreCitedTogether() {
        List<Passage> passages = split(paragraph("1. Too short alone."), paragraph("2. " + FORTY_WORDS));

        assertThat(passages).singleElement().extracting(passage -> passage.locator().paragraph()).isEqualTo("1-2");
    }

    @Test
    void aPassageIsInTheLanguageOfMostOfItsWords() {
        Block french = new Block(BlockKind.PARAGRAPH, 0, 2, null, FORTY_WORDS, "fr");
        Block shortFrench = new Block(BlockKind.PARAGRAPH, 0, 2, null, "Trop court.", "fr");

        assertThat(split(paragraph(FORTY_WORDS), french)).extracting(Passage::language).containsExactly("en", "fr");
        assertThat(split(shortFrench, paragraph(FORTY_WORDS))).extracting(Passage::language).containsExactly("en");
    }

    @Test
    void aHeadingEndsAPassage() {
        assertThat(split(paragraph("Too short alone."), heading(1, "Next"), paragraph(FORTY_WORDS))).hasSize(2);
    }

    @Test
    void aLongParagraphIsCutAtSentences() {
        List<Passage> passages = split(paragraph((FORTY_WORDS + " ").repeat(10).strip()));

        assertThat(passages).hasSizeGreaterThan(1).allSatisfy(passage -> {
            assertThat(passage.text()).endsWith("end.");
            assertThat(passage.text().split("\\s+")).hasSizeLessThanOrEqualTo(Splitter.MOST);
        });
    }

    @Test
    void offsetsCountInTheTextOfTheExtraction() {
        List<Block> blocks = List.of(heading(1, "Paper"), paragraph(FORTY_WORDS), paragraph("Élan. " + FORTY_WORDS));

        List<Passage> passages = new Splitter().split(1, blocks, "en");

        assertThat(passages).allSatisfy(passage -> assertThat(Splitter.text(blocks)
                .substring(passage.locator().start(), passage.locator().end())).isEqualTo(passage.text()));
    }

    @Test
    void nothingIsLostBetweenPassages() {
        List<Block> blocks = List.of(paragraph("A short one."), paragraph((FORTY_WORDS + " ").repeat(8).strip()),
                new Block(BlockKind.LIST_ITEM, 1, 2, "-", "an item"), new Block(BlockKind.TABLE_ROW, 0, 2, null, "a | b"));

        String joined = String.join(" ", new Splitter().split(1, blocks, "en").stream().map(Passage::text).toList());

        assertThat(joined.split("\\s+")).containsExactly(Splitter.text(blocks).split("\\s+"));
    }

    @Test
    void whatFollowsAColonStaysWithIt() {
        Block leadIn = paragraph(FORTY_WORDS.replace("end.", "these:"));

        assertThat(split(leadIn, item("Close offices."), item("Open one."))).hasSize(1);
        assertThat(split(leadIn, paragraph(FORTY_WORDS))).hasSize(1);
        assertThat(split(paragraph(FORTY_WORDS), paragraph(FORTY_WORDS))).hasSize(2);
    }

    @Test
    void noTextGivesNoPassage() {
        assertThat(split(heading(1, "Only a heading"))).isEmpty();
    }

    private static List<Passage> split(Block... blocks) {
        return new Splitter().split(1, Stream.of(blocks).toList(), "en");
    }

    private static Block heading(int level, String text) {
        return new Block(BlockKind.HEADING, level, 2, null, text);
    }

    private static Block item(String text) {
        return new Block(BlockKind.LIST_ITEM, 1, 2, null, text);
    }

    private static Block paragraph(String text) {
        return new Block(BlockKind.PARAGRAPH, 0, 2, null, text);
    }
}
