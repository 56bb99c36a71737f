package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.Status;

class QuotedTest {

    private static final String BEFORE = "Nothing of this was known in the first two years of the programme.";
    private static final String SENTENCE = "The central fund pays half of the cost when other offices use the result.";

    @Test
    void theSentenceOfTheCueIsQuotedWhole() {
        assertThat(quoted(BEFORE + " " + SENTENCE + " More follows here.", "central fund")).contains(SENTENCE);
    }

    @Test
    void aShortSentenceIsQuotedWithTheNext() {
        assertThat(quoted(BEFORE + " The central fund pays. It does so when other offices use the result.", "central fund"))
                .contains("The central fund pays. It does so when other offices use the result.");
    }

    @Test
    void aQuotationStaysWithinItsParagraphAndLeavesItsNumberOut() {
        assertThat(quoted(BEFORE + "\n10. " + SENTENCE + "\n11. Another paragraph.", "central fund")).contains(SENTENCE);
    }

    @Test
    void whatIsTornOffOrTooLongIsNotQuoted() {
        assertThat(quoted("and the central fund pays half of the cost when other offices use it.", "central fund")).isEmpty();
        assertThat(quoted("The central fund pays " + "and pays ".repeat(40) + "again.", "central fund")).isEmpty();
        assertThat(quoted("Title | Fund | Year | central fund | 2003 | of all the many projects | yes", "central fund")).isEmpty();
    }

    private static Optional<String> quoted(String text, String cue) {
        return Quoted.from(Excerpts.of("KOR", "central-fund", text, cue, Status.IN_PLACE)).map(Quoted::words);
    }
}
