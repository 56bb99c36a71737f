package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.core.io.ClassPathResource;

/** What the machine proposes as examples. */
class ExampleFinderTest {

    private static final String REGISTER = "The harbour permit register was opened in November 2002 by the Ministry of Harbours. It is a clear success: waiting time fell "
            + "by 40 per cent. The lesson was that one form must serve all offices.";
    private static final String AGAIN = "The harbour permit register changed hands at first. Its first version was a failure.";

    private static ExampleFinder finder;

    @BeforeAll
    static void read() throws Exception {
        finder = new ExampleFinder(new Coder(((CodebookReading.Good) CodebookReader.read(new ClassPathResource("calls/MCH-2004/codebook.yaml")
                .getContentAsString(StandardCharsets.UTF_8))).codebook()));
    }

    @Test
    void everyFieldIsAStretchOfThePassageThatCarriesItAndWhatIsNotSaidIsEmpty() {
        List<ProposedExample> found = finder.propose(List.of(cited(1, REGISTER, DocumentRole.MAIN)), coded(1, Status.IN_PLACE, Outcome.SUCCESS));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("harbour permit register");
            assertThat(one.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(one.fields()).allSatisfy((field, stated) -> {
                assertThat(REGISTER).contains(stated.text());
                assertThat(stated.passages()).containsExactly(1L);
            });
            assertThat(text(one, ExampleField.SINCE)).isEqualTo("November 2002");
            assertThat(text(one, ExampleField.BY_WHOM)).isEqualTo("Ministry of Harbours");
            assertThat(text(one, ExampleField.RESULT)).startsWith("It is a clear success");
            assertThat(text(one, ExampleField.FIGURE)).contains("40 per cent");
            assertThat(text(one, ExampleField.LESSON)).startsWith("The lesson was");
            assertThat(one.fields()).doesNotContainKey(ExampleField.WENT_WRONG);
        });
    }

    @Test
    void passagesOfOnePaperOnTheSamePracticeAreOneExample() {
        Map<Long, List<EffectiveCoding>> coded = Map.of(1L, coded(1, Status.IN_PLACE, Outcome.SUCCESS).get(1L), 2L, coded(2, Status.ENDED, Outcome.FAILURE).get(2L));

        assertThat(finder.propose(List.of(cited(1, REGISTER, DocumentRole.MAIN), cited(2, AGAIN, DocumentRole.MAIN)), coded)).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.BOTH);
            assertThat(one.passages()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(one.fields().get(ExampleField.WENT_WRONG)).isEqualTo(new Stated("Its first version was a failure.", List.of(2L)));
        });
    }

    @Test
    void whatIsOnlyProposedReportsNothingOrStandsInALanguageVersionIsNoExample() {
        CitedPassage passage = cited(1, REGISTER, DocumentRole.MAIN);

        assertThat(finder.propose(List.of(passage), coded(1, Status.PROPOSED, Outcome.SUCCESS))).isEmpty();
        assertThat(finder.propose(List.of(passage), coded(1, Status.IN_PLACE, Outcome.NONE))).isEmpty();
        assertThat(finder.propose(List.of(passage), Map.of())).isEmpty();
        assertThat(finder.propose(List.of(cited(1, REGISTER, DocumentRole.LANGUAGE_VERSION)), coded(1, Status.IN_PLACE, Outcome.SUCCESS))).isEmpty();
    }

    private static String text(ProposedExample example, ExampleField field) {
        return example.fields().get(field).text();
    }

    private static Map<Long, List<EffectiveCoding>> coded(long passage, Status status, Outcome outcome) {
        return Map.of(passage, List.of(new EffectiveCoding(passage, new CodeId("law"), false, 0.9, status, outcome, "", 0, 0, "")));
    }

    private static CitedPassage cited(long id, String text, DocumentRole role) {
        return new CitedPassage(new Passage(id, 1, 1, new Locator(null, "1", List.of(), 0, text.length()), "en", text), new SubmissionNumber("MCH-2004-ISL-001"), 1, true,
                role, "en", List.of(new CountryCode("ISL")), Access.PUBLIC, Attribution.NAMED);
    }
}
