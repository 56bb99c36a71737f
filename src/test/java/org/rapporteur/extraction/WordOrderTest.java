package org.rapporteur.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order the words of a line are read, however they were drawn. */
class WordOrderTest {

    @Test
    void whatRunsFromTheRightIsReadFromThere() {
        List<PrintedWord> drawn = List.of(word("قطر", 100, 120), word("دولة", 130, 160), word("تستثمر", 170, 210));

        assertThat(WordOrder.of(drawn)).extracting(PrintedWord::text).containsExactly("تستثمر", "دولة", "قطر");
    }

    @Test
    void aNameInAnotherScriptKeepsItsOwnOrder() {
        List<PrintedWord> drawn = List.of(word("في", 50, 60), word("Green", 70, 100), word("Fund", 105, 130), word("صندوق", 140, 170), word("هذا", 180, 200),
                word("نظام", 210, 240));

        assertThat(WordOrder.of(drawn)).extracting(PrintedWord::text).containsExactly("نظام", "هذا", "صندوق", "Green", "Fund", "في");
    }

    @Test
    void figuresInsideAWordAreReadFromTheLeft() {
        assertThat(WordOrder.read(List.of("و", "4", "1", "0", "2"))).isEqualTo("و2014");
        assertThat(WordOrder.read(List.of("O", "C"))).isEqualTo("CO");
    }

    @Test
    void lettersSetApartToFillALineAreWordsAgain() {
        List<PrintedWord> drawn = new ArrayList<>();
        float left = 72;
        for (String letter : "all of us".split("")) {
            if (!letter.isBlank()) {
                drawn.add(word(letter, left, left + 5));
            }
            left += letter.isBlank() ? 9 : 8;
        }

        assertThat(new PrintedLine(WordOrder.of(drawn)).text()).isEqualTo("all of us");
    }

    private static PrintedWord word(String text, float left, float right) {
        return new PrintedWord(text, left, right, 700, 10, false, true);
    }
}
