package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTest {

    @Test
    void ofAQuestionTheWordsThatEveryTextHasAreLeftOut() {
        assertThat(PlainWords.of("What do awards and prizes achieve?")).contains(new PassageQuery.Most(List.of("awards", "prizes", "achieve"), 1));
        assertThat(PlainWords.of("Quel est le rôle du ministre dans la réforme ?")).contains(new PassageQuery.Most(List.of("rôle", "ministre", "réforme"), 1));
        assertThat(PlainWords.of("¿Qué proyectos fracasaron?")).contains(new PassageQuery.Most(List.of("proyectos", "fracasaron"), 1));
    }

    @Test
    void aThirdOfTheWordsIsEnough() {
        assertThat(PlainWords.of("money released only after processes are redesigned").orElseThrow().least()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fund", "the fund", "\"central fund\"", "grant AND fund", "theme:incentives fund", "incentiv* law", "organi?ation charts", ""})
    void whoeverSaysWhatIsMeantMeansIt(String typed) {
        assertThat(PlainWords.of(typed)).isEmpty();
    }

    @Test
    void theMarkOfAQuestionStandsForNoLetter() {
        assertThat(PlainWords.withoutItsMark("Which projects failed?")).isEqualTo("Which projects failed");
        assertThat(PlainWords.withoutItsMark("¿Qué proyectos fracasaron?")).isEqualTo("Qué proyectos fracasaron");
        assertThat(PlainWords.withoutItsMark("organi?ation")).isEqualTo("organi?ation");
        assertThat(PlainWords.withoutItsMark("fund?")).isEqualTo("fund?");
    }
}
