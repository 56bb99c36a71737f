package org.rapporteur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Block;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.passage.Splitter;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/** What everybody may read of a document: what passages cover that may be seen, and nothing beside. */
class OpenTextTest {

    private static final List<Block> BLOCKS = List.of(Collections.heading(1, "Title"), Collections.heading(2, "Open things"),
            Collections.paragraph("Everybody may read this."), Collections.heading(2, "The secret merger"), Collections.paragraph("Nobody may read this."),
            Collections.paragraph("Nor this."), Collections.heading(2, "The end"));

    @Test
    void whatNoPassageShowsIsLeftOutWithTheHeadingAboveIt() {
        assertThat(shown("Everybody may read this.")).containsExactly("Title", "Open things", "Everybody may read this.", "GAP");
    }

    @Test
    void aParagraphOfWhichOnlyAPartMayBeSeenIsLeftOut() {
        assertThat(new OpenText(BLOCKS, List.of(passage("Everybody may"))).text()).isInstanceOf(CollectedText.LeftOut.class);
    }

    @Test
    void aParagraphThatTwoPassagesCoverIsShown() {
        assertThat(shown("Everybody may", "read this.")).contains("Everybody may read this.");
    }

    @Test
    void aHeadingWithNothingBelowItIsShownWhereNothingIsLeftOut() {
        assertThat(shown("Everybody may read this.", "Nobody may read this.", "Nor this.")).hasSize(BLOCKS.size());
    }

    @Test
    void withoutAnyPassageNothingIsShown() {
        assertThat(new OpenText(BLOCKS, List.of()).text()).isEqualTo(new CollectedText.LeftOut());
    }

    @Test
    void numbersStayAsTheyAreWhateverIsLeftOut() {
        CollectedText text = new OpenText(BLOCKS, List.of(passage("Nor this."))).text();

        assertThat(((CollectedText.Read) text).pieces().getLast()).isInstanceOfSatisfying(Piece.Printed.class,
                last -> assertThat(last.number()).isEqualTo("[3]"));
    }

    private static List<String> shown(String... passages) {
        return switch (new OpenText(BLOCKS, Stream.of(passages).map(OpenTextTest::passage).toList()).text()) {
            case CollectedText.Read read -> read.pieces().stream().map(piece -> piece instanceof Piece.Printed printed ? printed.text() : "GAP").toList();
            case CollectedText.LeftOut none -> List.of();
            case CollectedText.Unreadable none -> List.of();
        };
    }

    private static CitedPassage passage(String text) {
        int start = Splitter.text(BLOCKS).indexOf(text);
        return new CitedPassage(new Passage(1, 1, 1, new Locator(null, "1", List.of(), start, start + text.length()), "en", text),
                new SubmissionNumber("MCH-2004-NOR-001"), 1, true, DocumentRole.MAIN, "en", List.of(new CountryCode("NOR")), Access.PUBLIC, Attribution.NAMED);
    }
}
