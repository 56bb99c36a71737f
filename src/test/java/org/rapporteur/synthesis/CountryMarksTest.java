package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.CodebookReader;
import org.rapporteur.coding.CodebookReading;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.springframework.core.io.ClassPathResource;

/** The marks of the codebook that ships; each row of codings is one paper of Korea. */
class CountryMarksTest {

    private static final CountryCode KOREA = new CountryCode("KOR");
    /** a practice under the first theme */
    private static final String PRACTICE = "central-fund";
    /** what is only observed, under the third theme */
    private static final String OBSERVED = "resistance";

    private static Codebook codebook;

    private record Said(String code, Status status, Outcome outcome) {}

    @BeforeAll
    static void open() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8);
        codebook = ((CodebookReading.Good) CodebookReader.read(yaml)).codebook();
    }

    @Test
    void whatIsOnlyProposedIsPlannedWhateverIsHopedOfIt() {
        assertThat(incentives(said(Status.PROPOSED, Outcome.SUCCESS))).isEqualTo(Draft.Mark.PLANNED);
        assertThat(incentives(said(Status.PROPOSED, Outcome.FAILURE))).isEqualTo(Draft.Mark.PLANNED);
    }

    @Test
    void rejectedAndEndedAloneHaveSignsOfTheirOwn() {
        assertThat(incentives(said(Status.REJECTED, Outcome.SUCCESS))).isEqualTo(Draft.Mark.REJECTED);
        assertThat(incentives(said(Status.ENDED, Outcome.NONE))).isEqualTo(Draft.Mark.ENDED);
    }

    @Test
    void whatWasDoneHasItsOutcome() {
        assertThat(incentives(said(Status.IN_PLACE, Outcome.SUCCESS))).isEqualTo(Draft.Mark.SUCCESS);
        assertThat(incentives(said(Status.TRIAL, Outcome.FAILURE))).isEqualTo(Draft.Mark.FAILURE);
        assertThat(incentives(said(Status.ENDED, Outcome.FAILURE))).isEqualTo(Draft.Mark.FAILURE);
        assertThat(incentives(said(Status.TRIAL, Outcome.NONE))).isEqualTo(Draft.Mark.IN_PLACE);
    }

    @Test
    void hopesDoNotMixIntoResults() {
        assertThat(incentives(said(Status.IN_PLACE, Outcome.FAILURE), said(Status.PROPOSED, Outcome.SUCCESS)))
                .isEqualTo(Draft.Mark.FAILURE);
        assertThat(incentives(said(Status.IN_PLACE, Outcome.NONE), said(Status.PROPOSED, Outcome.SUCCESS)))
                .isEqualTo(Draft.Mark.IN_PLACE);
        assertThat(incentives(said(Status.IN_PLACE, Outcome.SUCCESS), said(Status.ENDED, Outcome.FAILURE))).isEqualTo(Draft.Mark.BOTH);
    }

    @Test
    void theFurthestThatAnyPracticeHasComeIsMarked() {
        assertThat(incentives(said(Status.REJECTED, Outcome.NONE), said(Status.PROPOSED, Outcome.NONE))).isEqualTo(Draft.Mark.PLANNED);
        assertThat(incentives(said(Status.PROPOSED, Outcome.NONE), said(Status.ENDED, Outcome.NONE))).isEqualTo(Draft.Mark.ENDED);
    }

    @Test
    void whatIsOnlyObservedIsThere() {
        Draft.Marks marks = marks(Access.PUBLIC, DocumentRole.MAIN, new Said(OBSERVED, Status.PROPOSED, Outcome.NONE));

        assertThat(marks.marks()).containsExactly(Draft.Mark.NOT_MENTIONED, Draft.Mark.NOT_MENTIONED, Draft.Mark.IN_PLACE);
    }

    @Test
    void aPaperThatMustNotBeUsedHasASignOfItsOwnAndNoneOfItsContent() {
        assertThat(marks(Access.RESTRICTED, DocumentRole.MAIN, said(Status.IN_PLACE, Outcome.SUCCESS)).marks())
                .containsOnly(Draft.Mark.EXCLUDED);
    }

    @Test
    void aLanguageVersionAloneMarksNothing() {
        assertThat(marks(Access.PUBLIC, DocumentRole.LANGUAGE_VERSION, said(Status.IN_PLACE, Outcome.SUCCESS)).marks())
                .containsOnly(Draft.Mark.NO_PAPER);
    }

    private static Said said(Status status, Outcome outcome) {
        return new Said(PRACTICE, status, outcome);
    }

    private static Draft.Mark incentives(Said... said) {
        return marks(Access.PUBLIC, DocumentRole.MAIN, said).marks().getFirst();
    }

    private static Draft.Marks marks(Access access, DocumentRole role, Said... said) {
        List<Said> all = Arrays.asList(said);
        List<CitedPassage> passages = all.stream().map(one -> Excerpts.cited("KOR", "text", role, access, Attribution.NAMED)).toList();
        Map<Long, List<EffectiveCoding>> codings = Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> new EffectiveCoding(passages.get(i).passage().id(), new CodeId(all.get(i).code()), false, 0.5, all.get(i).status(),
                        all.get(i).outcome(), "text", 0, 4, ""))
                .collect(Collectors.groupingBy(EffectiveCoding::passage));
        Set<CountryCode> excluded = access == Access.RESTRICTED ? Set.of(KOREA) : Set.of();
        return new CountryMarks(codebook, Material.of(passages, codings), excluded).of(KOREA);
    }
}
