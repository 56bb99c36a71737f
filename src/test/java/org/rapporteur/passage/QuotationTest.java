package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationTest {

    @Test
    void whatPrintChangesIsFoldedAway() {
        assertThat(Quotation.standsIn("the \u201Coffice\u201D \u2013 it\u2019s new", "We say: the \"o\uFB03ce\" -\n it's new, and more.")).isTrue();
    }

    @Test
    void anotherWordIsAnotherQuotation() {
        assertThat(Quotation.standsIn("the fund pays early", "the fund pays late")).isFalse();
    }

    @Test
    void aMissingNotIsFoundOut() {
        assertThat(Quotation.standsIn("the fund did pay", "the fund did not pay")).isFalse();
    }

    @Test
    void accentsAndCaseCount() {
        assertThat(Quotation.standsIn("économies", "economies")).isFalse();
        assertThat(Quotation.standsIn("Fund", "fund")).isFalse();
    }

    @Test
    void anEmptyQuotationStandsNowhere() {
        assertThat(Quotation.standsIn("\u00AD ", "anything")).isFalse();
    }
}
