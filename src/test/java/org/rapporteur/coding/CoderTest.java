package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.springframework.core.io.ClassPathResource;

/** The coder with the codebook that ships. */
class CoderTest {

    private static Coder coder;

    @BeforeAll
    static void open() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8);
        coder = new Coder(((CodebookReading.Good) CodebookReader.read(yaml)).codebook());
    }

    @Test
    void theCueThatFiredStandsInThePassageWhereTheCodingSays() {
        Passage passage = passage(7, "en", "In 2001 the ministry offered matching grants to twelve cities.");

        Coding coding = only("conditional-grants", coder.code(List.of(passage)));

        assertThat(coding.passage()).isEqualTo(7);
        assertThat(passage.text().substring(coding.start(), coding.end())).isEqualTo("matching grants");
        assertThat(coding.counts()).isTrue();
        assertThat(coding.score()).isBetween(0.5, 1.0);
    }

    @Test
    void frenchAndSpanishHaveCuesOfTheirOwn() {
        List<Coding> codings = coder.code(List.of(passage(1, "fr", "Un fonds interministériel finance les projets."),
                passage(2, "es", "El Estado y los ayuntamientos firman un contrato de gestión cada año.")));

        assertThat(only("central-fund", codings).passage()).isEqualTo(1);
        assertThat(only("reform-contracts", codings).passage()).isEqualTo(2);
    }

    @Test
    void aWordInAnotherSenseIsNoCue() {
        List<Coding> codings = coder.code(List.of(passage(1, "en", "Farmers receive a tax incentive for new machines.")));

        assertThat(codings).filteredOn(Coding::counts).extracting(coding -> coding.code().value()).doesNotContain("incentives");
    }

    @Test
    void whatIsDeniedIsNotCounted() {
        List<Coding> codings = coder.code(List.of(passage(1, "en", "There is no penalty for agencies which miss their targets.")));

        assertThat(codings).filteredOn(Coding::counts).extracting(coding -> coding.code().value()).doesNotContain("penalties");
    }

    @Test
    void theSamePassagesGiveTheSameCodingsAloneAndInABatch() {
        Passage one = passage(1, "en", "The central fund pays half of it.");
        Passage other = passage(2, "en", "League tables are published every year.");

        List<Coding> together = coder.code(List.of(one, other));

        assertThat(together).containsExactlyInAnyOrderElementsOf(
                java.util.stream.Stream.concat(coder.code(List.of(one)).stream(), coder.code(List.of(other)).stream()).toList());
    }

    @Test
    void noPassageGivesNoCoding() {
        assertThat(coder.code(List.of())).isEmpty();
    }

    private static Coding only(String code, List<Coding> codings) {
        assertThat(codings).filteredOn(coding -> coding.code().value().equals(code)).hasSize(1);
        return codings.stream().filter(coding -> coding.code().value().equals(code)).findFirst().orElseThrow();
    }

    private static Passage passage(long id, String language, String text) {
        return new Passage(id, 1, 1, new Locator(null, "1", List.of(), 0, text.length()), language, text);
    }
}
