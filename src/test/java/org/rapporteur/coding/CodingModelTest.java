package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;
import org.springframework.core.io.ClassPathResource;

/** A coder that has learnt from the passages that ship, with the codebook that ships. */
class CodingModelTest {

    private static Codebook codebook;
    private static Coder coder;

    @BeforeAll
    static void learn() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8);
        codebook = ((CodebookReading.Good) CodebookReader.read(yaml)).codebook();
        coder = Coder.trained(codebook, TrainingPassages.shipped());
    }

    @Test
    void wordsInAnotherSenseAreNoTheme() {
        Passage lure = passage("en", "Commitments entered in the ledger in December fall due next year; the new system shows them in a column of their own.");

        assertThat(themes(coder.code(List.of(lure)))).isEmpty();
        assertThat(coder.why(lure).judgements()).noneMatch(Why.Judgement::counts);
    }

    @Test
    void aThemeWithoutItsUsualWordsIsPutWithTheWordsThatCarriedIt() {
        Passage implicit = passage("en", "Offices that moved their files to the common system could keep half of what they saved for two years. Those that did not had the sum "
                + "taken from their budget. Within eighteen months all but one had moved.");

        List<Coding> codings = coder.code(List.of(implicit));

        assertThat(themes(codings)).contains("incentives");
        assertThat(codings).filteredOn(coding -> coding.code().value().equals("incentives") && coding.cue().isEmpty()).allSatisfy(coding -> {
            assertThat(coding.terms()).isNotBlank();
            assertThat(implicit.text().substring(coding.start(), coding.end())).endsWith(".").hasSizeLessThan(implicit.text().length());
        });
    }

    @Test
    void aCueAloneIsNotEnoughWhereTheModelFindsTheThemeImprobable() {
        Passage trading = passage("en", "The country's main trading partners are listed in annex 3; exports to them are declared on the customs portal.");

        assertThat(coder.code(List.of(trading))).filteredOn(coding -> codebook.themeOf(coding.code()).isPresent()).noneMatch(Coding::counts);
    }

    @Test
    void theSamePassagesGiveTheSameModelInWhateverOrder() {
        List<GoldPassage> some = new ArrayList<>(TrainingPassages.shipped().subList(0, 120));
        Coder one = Coder.trained(codebook, some);
        Collections.reverse(some);
        Coder other = Coder.trained(codebook, some);
        Passage passage = passage("en", "The firm that runs the portal is paid by use, and staff were afraid of it.");

        assertThat(other.version()).isEqualTo(one.version()).hasSize(12).isNotEqualTo(coder.version());
        assertThat(other.code(List.of(passage))).isEqualTo(one.code(List.of(passage)));
    }

    @Test
    void ofThemesThatNobodyCodedItSaysNothing() {
        List<GoldPassage> others = List.of(gold("1", Set.of("forests")), gold("2", Set.of()));

        Coder plain = Coder.trained(codebook, others);

        assertThat(plain.version()).isEmpty();
        assertThat(plain.code(List.of(passage("en", "A matching grant was paid.")))).isEqualTo(new Coder(codebook).code(List.of(passage("en", "A matching grant was paid."))));
    }

    @Test
    void whatPeopleDecidedIsLearntWhereTheySaidSomething() {
        Passage ferries = passage("en", "Ferries between the islands are run on the timetable of the school year, and tickets are sold in the harbour office.");
        CodeId partnership = new CodeId("partnership");
        List<TrainingPassage> decided = IntStream.rangeClosed(1, 5).mapToObj(i -> TrainingPassage.decided("d" + i, "en", ferries.text() + " Line " + i + ".", Set.of(partnership),
                Set.of(), Optional.empty())).toList();

        Coder taught = Coder.trained(codebook, TrainingPassages.shipped(), decided);

        assertThat(probability(coder, ferries, partnership)).isLessThan(0.3);
        assertThat(probability(taught, ferries, partnership)).isGreaterThan(0.6);
        assertThat(probability(taught, ferries, new CodeId("commitment"))).as("of which nobody said anything").isLessThan(0.3);
        assertThat(taught.version()).isNotEqualTo(coder.version());
    }

    @Test
    void acceptingOneCueCodingOfANewThemeLeavesTheOthersWhereTheyWere() throws Exception {
        String yaml = new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8).replaceFirst("(?m)^themes:$", """
                themes:
                  - code: ferries
                    name: {en: "Ferries"}
                    cues: {en: [ferry line]}
                """.strip());
        Codebook wider = ((CodebookReading.Good) CodebookReader.read(yaml)).codebook();
        Passage other = passage("en", "The second ferry line was opened by the county.");
        TrainingPassage accepted = TrainingPassage.decided("d", "en", "A ferry line joins the islands.", Set.of(new CodeId("ferries")), Set.of(), Optional.empty());

        Coder taught = Coder.trained(wider, TrainingPassages.shipped(), List.of(accepted));

        assertThat(taught.code(List.of(other))).filteredOn(coding -> coding.code().value().equals("ferries")).singleElement()
                .satisfies(coding -> assertThat(coding.counts()).isTrue());
    }

    @Test
    void manyDecisionsThatAcceptDoNotMakeAThemeMoreCommon() {
        List<GoldPassage> all = TrainingPassages.shipped();
        List<GoldPassage> judged = IntStream.range(0, all.size()).filter(i -> i % 4 == 0).mapToObj(all::get).toList();
        List<GoldPassage> shipped = IntStream.range(0, all.size()).filter(i -> i % 4 == 1).mapToObj(all::get).toList();
        CodeId partnership = new CodeId("partnership");
        List<TrainingPassage> accepted = IntStream.range(0, all.size()).filter(i -> i % 4 > 1).mapToObj(all::get).filter(one -> one.themes().contains("partnership"))
                .map(one -> TrainingPassage.decided("d" + one.id(), one.lang(), one.text(), Set.of(partnership), Set.of(), Optional.empty())).toList();

        Coder before = Coder.trained(codebook, shipped);
        Coder after = Coder.trained(codebook, shipped, accepted);

        assertThat(accepted).hasSizeGreaterThan(60);
        assertThat(precision(after, judged)).isGreaterThanOrEqualTo(precision(before, judged) - 0.1);
        assertThat(recall(after, judged)).isGreaterThanOrEqualTo(recall(before, judged) - 0.02);
    }

    private static double precision(Coder judge, List<GoldPassage> judged) {
        List<GoldPassage> found = judged.stream().filter(one -> themes(judge.code(List.of(passage(one.lang(), one.text())))).contains("partnership")).toList();
        return (double) found.stream().filter(one -> one.themes().contains("partnership")).count() / found.size();
    }

    private static double recall(Coder judge, List<GoldPassage> judged) {
        List<GoldPassage> having = judged.stream().filter(one -> one.themes().contains("partnership")).toList();
        return (double) having.stream().filter(one -> themes(judge.code(List.of(passage(one.lang(), one.text())))).contains("partnership")).count() / having.size();
    }

    @Test
    void theTraceTellsCuesAndWhatCancelledThem() {
        Why why = coder.why(passage("en", "There is no penalty for agencies which miss their targets; those that meet them receive a matching grant."));

        assertThat(why.cues()).anySatisfy(fired -> assertThat(fired.cancelledBy()).isPresent())
                .anySatisfy(fired -> assertThat(fired.cancelledBy()).isEmpty());
        assertThat(why.judgements()).extracting(one -> one.code().value()).contains("incentives", "partnership", "commitment", "leadership");
        assertThat(why.model()).isEqualTo(coder.version());
    }

    @Test
    void shippedPassagesAreSoundAndNoneStandsTwice() {
        List<GoldPassage> all = TrainingPassages.shipped();

        assertThat(all).hasSizeGreaterThanOrEqualTo(960).extracting(GoldPassage::id).doesNotHaveDuplicates();
        assertThat(TrainingPassages.texts(all)).hasSameSizeAs(all);
        assertThat(all).allSatisfy(passage -> assertThat(Outcome.valueOf(passage.outcome().toUpperCase(Locale.ROOT))).isNotNull());
    }

    private static List<String> themes(List<Coding> codings) {
        return codings.stream().filter(Coding::counts).flatMap(coding -> codebook.themeOf(coding.code()).stream()).map(theme -> theme.id().value()).distinct().toList();
    }

    private static double probability(Coder coder, Passage passage, CodeId code) {
        return coder.why(passage).judgements().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow().probability();
    }

    private static GoldPassage gold(String id, Set<String> themes) {
        return new GoldPassage(id, "KOR", "en", "plain", "Trees stand in the wood, number " + id + ".", themes, "none", Set.of());
    }

    private static Passage passage(String language, String text) {
        return new Passage(1, 1, 1, new Locator(null, "1", List.of(), 0, text.length()), language, text);
    }
}
