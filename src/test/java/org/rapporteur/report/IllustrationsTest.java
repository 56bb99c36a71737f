package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rapporteur.extraction.Block;
import org.rapporteur.extraction.BlockKind;
import org.rapporteur.extraction.Picture;

class IllustrationsTest {

    private static final List<Piece> PIECES = pieces(Collections.paragraph("1. First."), Collections.block(BlockKind.NOTE, "A note."),
            Collections.paragraph("2. Second."), Collections.block(BlockKind.TABLE_HEAD, "Fund | Share"), Collections.block(BlockKind.TABLE_ROW, "Towns | 30 %"),
            Collections.block(BlockKind.TABLE_ROW, "Cities | 40 %"), Collections.paragraph("3. Third."));

    @Test
    void aPictureFollowsItsParagraphAndTheNotesOfIt() {
        assertThat(places(after("1. First."))).containsExactly(2);
    }

    @Test
    void twoOfOneParagraphStayInOrder() {
        assertThat(places(after("2. Second."), after("2. Second."))).containsExactly(3, 4);
    }

    @Test
    void aPictureInATableFollowsTheTable() {
        assertThat(places(after("Towns"))).containsExactly(6);
    }

    @Test
    void aPictureOfWhichNobodyKnowsThePlaceStandsAtTheEnd() {
        assertThat(places(after("Something else."))).containsExactly(PIECES.size());
        assertThat(places(after(""))).containsExactly(PIECES.size());
    }

    @Test
    void aPictureOfAPageStandsAtItsEnd() {
        List<Piece> pages = pieces(page(1, "One."), page(2, "Two."), page(3, "Three."));

        assertThat(Illustrations.placed(pages, List.of(new Picture("", 2, "", 100, 100, "png", new byte[1]))).get(2)).isInstanceOf(Piece.Figure.class);
    }

    private static List<Integer> places(Picture... pictures) {
        List<Piece> placed = Illustrations.placed(PIECES, List.of(pictures));
        return IntStream.range(0, placed.size()).filter(i -> placed.get(i) instanceof Piece.Figure).boxed().toList();
    }

    private static Picture after(String text) {
        return new Picture(text, null, "", 100, 100, "png", new byte[1]);
    }

    private static Block page(@Nullable Integer page, String text) {
        return new Block(BlockKind.PARAGRAPH, 0, page, null, text);
    }

    private static List<Piece> pieces(Block... blocks) {
        return Stream.of(blocks).<Piece>map(block -> new Piece.Printed(block, null)).toList();
    }
}
