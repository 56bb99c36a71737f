package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageJoinTest {

    @Test
    void runningHeadsAndPageNumbersGo() {
        List<Block> blocks = pages(page -> List.of("Country paper of Korea", text(page), "- " + page + " -"));

        assertThat(blocks).extracting(Block::text).containsExactly(text(1), text(2), text(3), text(4));
    }

    @Test
    void aPageNumberMayStandInALineWithTheHead() {
        assertThat(pages(page -> List.of("Korea, page " + page + " of 4", text(page)))).extracting(Block::text)
                .containsExactly(text(1), text(2), text(3), text(4));
    }

    @Test
    void theNumberOfAPageGoesThoughTheFirstHasNone() {
        List<List<PageItem>> pages = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> PrintedPages.page(page == 1 ? List.of(text(1)) : List.of("" + page, text(page)))).toList();

        assertThat(PageJoin.blocks(pages)).extracting(Block::text).containsExactly(text(1), text(2), text(3));
    }

    @Test
    void aNumberInTheMiddleOfASentenceStays() {
        List<Block> blocks = pages(page -> List.of("Country paper", text(page), "We closed\n120\noffices in\n12 of 30\nprovinces.",
                text(page + 10), "" + page));

        assertThat(blocks).extracting(Block::text).filteredOn("We closed 120 offices in 12 of 30 provinces."::equals).hasSize(4);
    }

    @Test
    void aLineThatRecursInTheMiddleOfPagesStays() {
        List<Block> blocks = pages(page -> List.of(text(page), text(page + 5), "Ministry of Finance.", text(page + 10), text(page + 15)));

        assertThat(blocks).extracting(Block::text).filteredOn("Ministry of Finance."::equals).hasSize(4);
    }

    @Test
    void aHeadOfTodayIsTextWhereItStandsFurtherInside() {
        List<Block> blocks = pages(page -> List.of("Country paper", text(page) + "\nis what this\nCountry paper\nsays of it.", text(page + 10),
                text(page + 15)));

        assertThat(blocks).extracting(Block::text).contains(text(1) + " is what this Country paper says of it.");
    }

    @Test
    void cellsAtTheEdgeThatDoNotCountThePagesStay() {
        int[] cells = {12, 30, 7, 120};

        List<Block> blocks = pages(page -> List.of(text(page), "The table ends.", "" + cells[page - 1]));

        assertThat(blocks).extracting(Block::text).contains("12", "30", "7", "120");
    }

    @Test
    void captionsThatDoNotCountThePagesStay() {
        int[] tables = {1, 2, 5, 9};

        assertThat(pages(page -> List.of("Table " + tables[page - 1] + ".", text(page)))).extracting(Block::text).contains("Table 5.");
    }

    @Test
    void noMoreThanThreeLinesOfAPageAreFurniture() {
        List<Block> blocks = pages(page -> List.of("Korea.", "Country paper.", "Draft.", "For all.", text(page), text(page + 10), text(page + 15)));

        assertThat(blocks).extracting(Block::text).startsWith("For all.", text(1));
    }

    @Test
    void whatAPageBreakDividedIsMadeWhole() {
        List<Block> blocks = PageJoin.blocks(List.of(PrintedPages.page(List.of("The govern-")), PrintedPages.page(List.of("ment did it."))));

        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.text()).isEqualTo("The government did it.");
            assertThat(block.page()).isEqualTo(1);
        });
    }

    @Test
    void aSinglePageLosesNothing() {
        assertThat(PageJoin.blocks(List.of(PrintedPages.page(List.of("Short.", "1"))))).extracting(Block::text).containsExactly("Short.", "1");
    }

    private interface Page {
        List<String> of(int number);
    }

    private static List<Block> pages(Page page) {
        return PageJoin.blocks(IntStream.rangeClosed(1, 4).mapToObj(page::of).map(PrintedPages::page).toList());
    }

    private static String text(int page) {
        return "The ministry number %s did what nobody before it had done.".formatted((char) ('a' + page));
    }
}
