package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {

    @Test
    void wordsAreAllSought() {
        assertThat(understood("central fund")).isEqualTo(new PassageQuery.And(List.of(new PassageQuery.Word("central"),
                new PassageQuery.Word("fund"))));
    }

    @Test
    void aPhraseIsSoughtAsItStands() {
        assertThat(understood("\"central fund\"")).isEqualTo(new PassageQuery.Phrase("central fund", 0));
    }

    @Test
    void aFieldIsAFilter() {
        assertThat(understood("theme:incentives")).isEqualTo(new PassageQuery.Filter(Field.THEME, "incentives"));
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(understood("  ")).isEqualTo(new PassageQuery.All());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "(central", "AND", "central AND", "theme:", "colour:red", "NOT", "a:b:c", "[a TO", "~", "^"})
    void aMistakeIsToldInASentenceAndSomethingIsSoughtAllTheSame(String typed) {
        QueryReading reading = QueryReader.read(typed);

        assertThat(reading).isInstanceOfSatisfying(QueryReading.Mistaken.class,
                mistaken -> assertThat(mistaken.sentence()).isNotBlank().doesNotContain("Exception"));
    }

    private static PassageQuery understood(String typed) {
        return ((QueryReading.Understood) QueryReader.read(typed)).query();
    }
}
