package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;

/** What the store of extractions promises on every database. */
abstract class ExtractionsContract {

    private static final List<Block> BLOCKS = List.of(new Block(BlockKind.HEADING, 1, 1, null, "Éléments"),
            new Block(BlockKind.PARAGRAPH, 0, 1, "12.", "Les crédits « centraux » | 20 %"));

    private Extractions extractions;
    private long call;
    private long part;

    abstract DataSource database();

    @BeforeEach
    void open() {
        Rows rows = new Rows(database());
        call = rows.call();
        part = rows.part(call, rows.delivery(call));
        extractions = new Extractions(rows.jdbc(), Clock.systemUTC());
    }

    @Test
    void blocksComeBackAsTheyWereRead() {
        extractions.add(call, part, new Reading.Text("application/pdf", 3, "fr", BLOCKS));

        assertThat(extractions.latest(List.of(part))).singleElement().satisfies(read -> {
            assertThat(read.blocks()).isEqualTo(BLOCKS);
            assertThat(read.pages()).isEqualTo(3);
            assertThat(read.language()).isEqualTo("fr");
        });
    }

    @Test
    void theSameVersionASecondTimeChangesNothing() {
        extractions.add(call, part, new Reading.Text("text/plain", null, "en", BLOCKS));
        long before = extractions.latest(List.of(part)).getFirst().id();

        extractions.add(call, part, new Reading.Text("text/plain", null, "en", BLOCKS.subList(0, 1)));

        assertThat(extractions.latest(List.of(part))).singleElement().satisfies(read -> {
            assertThat(read.id()).isEqualTo(before);
            assertThat(read.blocks()).isEqualTo(BLOCKS);
        });
    }

    @Test
    void aPartThatWasNeverReadHasNone() {
        assertThat(extractions.latest(List.of(part))).isEmpty();
        assertThat(extractions.latest(List.of())).isEmpty();
    }
}
