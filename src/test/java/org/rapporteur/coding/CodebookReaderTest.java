package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class CodebookReaderTest {

    private static final String GOOD = """
            codebook: TEST
            version: 1
            languages: [en, fr, es]
            themes:
              - code: incentives
                name: {en: Incentives}
                questions:
                  - code: funding
                    name: {en: Funding}
                    question: {en: "Who pays?"}
                    asked: true
                    codes:
                      - code: grants
                        name: {en: Grants}
                        finding: {one: ties grants to conditions, many: tie grants to conditions}
                        cues: {en: [matching grant]}
            """;

    @Test
    void theCodebookThatShipsHasNoFault() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        Codebook codebook = ((CodebookReading.Good) CodebookReader.read(yaml)).codebook();

        assertThat(codebook.themes()).extracting(theme -> theme.id().value()).containsExactly("incentives", "partnership", "commitment");
        assertThat(codebook.of(CodeKind.CODE)).allSatisfy(code -> {
            assertThat(code.finding()).isPresent();
            assertThat(code.cues().keySet()).containsExactlyInAnyOrder("en", "fr", "es");
            assertThat(code.definition()).isNotBlank();
        });
    }

    @Test
    void aCodeKnowsItsThemeAndItsQuestion() {
        Codebook codebook = ((CodebookReading.Good) CodebookReader.read(GOOD)).codebook();

        assertThat(codebook.themeOf(new CodeId("grants"))).map(theme -> theme.id().value()).contains("incentives");
        assertThat(codebook.questionOf(new CodeId("grants"))).map(Code::asked).contains(true);
    }

    @Test
    void aCodeThatAppearsTwiceIsTold() {
        assertThat(faults(GOOD.replace("code: grants", "code: funding"))).containsExactly(
                "codebook.yaml line 13: code 'funding' appears twice, first in line 8; give one of them another name");
    }

    @Test
    void aMistypedKeyIsToldWithWhatWasMeant() {
        assertThat(faults(GOOD.replace("cues:", "ceus:"))).singleElement().asString().startsWith("codebook.yaml line 16: ").contains("cues");
    }

    @Test
    void aCodeWithoutAFindingIsTold() {
        assertThat(faults(GOOD.replace("            finding: {one: ties grants to conditions, many: tie grants to conditions}\n", "")))
                .singleElement().asString().startsWith("codebook.yaml line 13: ").contains("needs a finding");
    }

    @Test
    void aThresholdOutsideOfItsBoundsIsTold() {
        assertThat(faults(GOOD.replace("            name: {en: Grants}", "            name: {en: Grants}\n            threshold: 7")))
                .singleElement().asString().contains("from 0 to 1, not 7");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThat(faults(GOOD.replace("code: grants", "code: funding").replace("cues:", "ceus:"))).hasSize(2);
    }

    @Test
    void aStatusThatDoesNotExistIsTold() {
        assertThat(faults(GOOD + """
                statuses:
                  - code: planned
                    name: {en: Planned}
                """)).containsExactly(
                "codebook.yaml line 18: 'planned' is no status; write one of proposed, trial, in-place, ended, rejected");
    }

    @Test
    void anOutcomeThatDoesNotExistIsTold() {
        assertThat(faults(GOOD + """
                outcomes:
                  - code: succes
                    name: {en: Success}
                """)).containsExactly("codebook.yaml line 18: 'succes' is no outcome; write one of success, failure, both");
    }

    @Test
    void aMistypedTrueIsTold() {
        assertThat(faults(GOOD.replace("asked: true", "asked: ture"))).containsExactly(
                "codebook.yaml line 11: 'asked' is true or false, not 'ture'; write one of them");
    }

    @Test
    void anInstrumentThatIsNeitherCarrotNorStickIsTold() {
        assertThat(faults(GOOD + "            instrument: carot\n")).containsExactly(
                "codebook.yaml line 17: an instrument is one of carrot, stick, not 'carot'");
    }

    @Test
    void whatCodersAreToldAndTheInstrumentAreKept() {
        Codebook codebook = ((CodebookReading.Good) CodebookReader.read(GOOD + """
                            instrument: stick
                            use: Money with strings.
                            not: Loans.
                """)).codebook();

        assertThat(codebook.instrumentOf(new CodeId("grants"))).contains(Instrument.STICK);
        assertThat(codebook.instrumentOf(new CodeId("funding"))).isEmpty();
        assertThat(codebook.find(new CodeId("grants"))).get().satisfies(code -> {
            assertThat(code.use()).isEqualTo("Money with strings.");
            assertThat(code.not()).isEqualTo("Loans.");
        });
    }

    private static List<String> faults(String yaml) {
        return ((CodebookReading.Faulty) CodebookReader.read(yaml)).faults();
    }
}
