package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableHeadsTest {

    @Test
    void theFirstRowIsTheHeadWhereItsCellsAreShort() {
        assertThat(kinds("Measure | Share", "Portal | 12 %", "Counter | 34 %")).startsWith(BlockKind.TABLE_HEAD);
    }

    @Test
    void whatIsLabelledWithAFigureIsNoHead() {
        assertThat(kinds("Period | 2020 to 2030", "Type | Measures", "Sectors | All")).containsOnly(BlockKind.TABLE_ROW);
    }

    private static List<BlockKind> kinds(String... rows) {
        return TableHeads.marked(Stream.of(rows).map(row -> new Block(BlockKind.TABLE_ROW, 0, 1, null, row)).toList()).stream().map(Block::kind).toList();
    }
}
