package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @ValueSource(strings = {"The fund pays 40 % of the cost.", "It cost €3 million.", "Some 320 municipalities signed.", "On y consacre 12,5 pour cent.",
        "Se ahorraron 4 millones.", "They closed 1,200 offices.", "EUR 5 was all it took.", "It saved 1 billion won."})
    void whatSaysHowMuchNamesAFigure(String text) {
        assertThat(Figures.named(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"In 2003 the law was changed.", "12. The ministry decided.", "See paragraph 14 and section 22.", "It began on 14 July 2004.",
        "The two ministries agreed.", "Law No. 78/2001 applies.", "Le 12 août 2002 elle fut adoptée.", "The 3 ministries agreed."})
    void yearsDaysAndPlacesAreNoFigures(String text) {
        assertThat(Figures.named(text)).isFalse();
    }
}
