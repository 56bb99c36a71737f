package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;
import org.rapporteur.passage.Borrowed.Source;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

/** What is taken for a country's own words, and what is not. */
class BorrowingTest {

    private static final String TEMPLATE = "In line with the framework agreed by the ministers in the spring, each administration reports on measures taken and on those that are planned.";
    private static final String OWN = "The coast guard closed its paper counters in June, and captains now ask for a berth by telephone or on the portal, day and night.";
    private static final List<String> CALL = List.of("Making Change Happen", "examples of incentives for change", "partnering arrangements with the private sector");

    @Test
    void whatPapersOfThreeCountriesSayIsNobodysOwnAndEachIsToldOfTheOthers() {
        List<CitedPassage> papers = List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, OWN, "NOR"), passage(3, 3, TEMPLATE, "SWE"), passage(4, 3, TEMPLATE, "ISL"));

        assertThat(Borrowing.of(papers, CALL)).hasSize(3).allSatisfy(one -> {
            assertThat(one.from()).isEqualTo(Source.RECURRING);
            assertThat(one.shared()).isEqualTo(one.words());
            assertThat(one.own()).isZero();
            assertThat(one.isNoEvidence()).isTrue();
        }).extracting(Borrowed::others).containsExactly(countries("ISL", "SWE"), countries("ISL", "NOR"), countries("NOR", "SWE"));
    }

    @Test
    void whatOneOtherCountrySaysTooIsToldAndStaysEvidence() {
        assertThat(Borrowing.of(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, TEMPLATE, "SWE")), CALL)).hasSize(2).allSatisfy(one -> {
            assertThat(one.from()).isEqualTo(Source.SHARED);
            assertThat(one.isNoEvidence()).isFalse();
            assertThat(one.own()).isEqualTo(one.words());
        }).extracting(Borrowed::others).containsExactly(countries("SWE"), countries("NOR"));
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<CitedPassage> papers = new ArrayList<>(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, TEMPLATE + " " + OWN, "SWE"), passage(3, 3, OWN, "ISL"), passage(4, 3, TEMPLATE, "DNK"), passage(5, 3, OWN, "FIN")));
        List<Borrowed> found = Borrowing.of(papers, CALL);
        Collections.reverse(papers);

        assertThat(Borrowing.of(papers, CALL)).containsExactlyInAnyOrderElementsOf(found);
        assertThat(found).hasSize(5);
    }

    @Test
    void aJointPaperAmongThoseOfItsCountriesIsNoOtherInAnyOrder() {
        List<CitedPassage> papers = List.of(passage(1, 3, TEMPLATE, "NOR", "SWE"), passage(2, 3, TEMPLATE, "NOR"), passage(3, 3, TEMPLATE, "SWE"), passage(4, 3, TEMPLATE, "ISL"));

        for (int turn = 0; turn < papers.size(); turn++) {
            List<CitedPassage> order = new ArrayList<>(papers);
            Collections.rotate(order, turn);
            assertThat(Borrowing.of(order, CALL)).extracting(Borrowed::passage, Borrowed::from, Borrowed::others).containsExactlyInAnyOrder(
                    tuple(1L, Source.SHARED, countries("ISL")), tuple(2L, Source.RECURRING, countries("ISL", "SWE")),
                    tuple(3L, Source.RECURRING, countries("ISL", "NOR")), tuple(4L, Source.RECURRING, countries("NOR", "SWE")));
        }
    }

    @Test
    void aTermThatManyUseIsNoWordsOfOthers() {
        String term = "the emission of greenhouse gases from the burning of fuels";

        assertThat(Borrowing.of(List.of(passage(1, 3, OWN + " We count " + term + " once a year.", "NOR"), passage(2, 3, "Nobody in the north liked how " + term + " was told by the radio last May.", "SWE"),
                passage(3, 3, "Fishermen asked in vain for a price on " + term + " that the harbours would pay too.", "ISL")), CALL)).isEmpty();
    }

    @Test
    void yearsAlongAnAxisAreNothingInCommon() {
        String years = "1995 1996 1997 1998 1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 tonnes";

        assertThat(Borrowing.of(List.of(passage(1, 3, years, "NOR"), passage(2, 3, years, "SWE"), passage(3, 3, years, "ISL")), CALL)).isEmpty();
    }

    @Test
    void whereInAPassageTheWordsOfOthersStandIsTold() {
        List<CitedPassage> papers = List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, TEMPLATE, "ISL"), passage(3, 3, OWN + " " + TEMPLATE, "SWE"));

        assertThat(Borrowing.of(papers, CALL)).filteredOn(one -> one.passage() == 3).singleElement().satisfies(one -> {
            assertThat(one.stretches()).singleElement().isEqualTo(new Sentences.Span(OWN.length() + 1, OWN.length() + TEMPLATE.length()));
            assertThat(one.carries(0, OWN.length())).isTrue();
            assertThat(one.carries(OWN.length() + 1, OWN.length() + 1 + TEMPLATE.length())).isFalse();
        });
    }

    @Test
    void aCountrysOtherPapersAndJointPapersAreNoOthers() {
        assertThat(Borrowing.of(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, TEMPLATE, "NOR")), CALL)).isEmpty();
        assertThat(Borrowing.of(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(2, 3, TEMPLATE, "NOR", "SWE"), passage(3, 3, TEMPLATE, "NOR")), CALL)).isEmpty();
    }

    @Test
    void whatIsHalfOwnStaysEvidence() {
        List<Borrowed> found = Borrowing.of(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(3, 3, TEMPLATE, "ISL"),
                passage(2, 3, TEMPLATE + " " + OWN + " " + OWN.replace("June", "May"), "SWE")), CALL);

        assertThat(found).filteredOn(one -> one.passage() == 2).singleElement().satisfies(one -> {
            assertThat(one.isNoEvidence()).isFalse();
            assertThat(one.own()).isGreaterThan(one.words() / 2).isLessThan(one.words());
        });
    }

    @Test
    void aQuestionOfTheCallIsTheCallsAndTheAnswerBelowItIsNot() {
        assertThat(Borrowing.of(List.of(passage(1, 3, "Please give examples of incentives for change.", "NOR")), CALL)).singleElement()
                .satisfies(one -> assertThat(one.from()).isEqualTo(Source.CALL)).satisfies(one -> assertThat(one.isNoEvidence()).isTrue());
        assertThat(Borrowing.of(List.of(passage(1, 3, "Examples of incentives for change: " + OWN, "NOR")), CALL)).noneMatch(Borrowed::isNoEvidence);
        assertThat(Borrowing.of(List.of(passage(1, 3, "We thank for the symposium Making Change Happen, to which we looked forward.", "NOR")), CALL)).isEmpty();
    }

    @Test
    void aCoverAndAFormAreToldFromText() {
        assertThat(from(passage(1, 1, "Kingdom of Norway\nCountry paper\nOslo, May 2004\nUnclassified", "NOR"))).containsExactly(Source.COVER);
        assertThat(from(passage(1, 4, "Name of contact: ______\nAddress:\nTelephone: ......\nDate:", "NOR"))).containsExactly(Source.FORM);
        assertThat(from(passage(1, 1, OWN, "NOR"))).isEmpty();
        assertThat(from(passage(1, 9, "Oslo, May 2004", "NOR"))).as("in the middle of the paper").isEmpty();
        assertThat(from(passage(1, 4, "Fairness:\nScope:\nGases:\nThe target covers all the gases that are named in the list.", "NOR"))).as("headings within").isEmpty();
        assertThat(from(passage(1, 4, "Three things were done:\nThe counters were closed.\nThe portal was opened.", "NOR"))).isEmpty();
    }

    @Test
    void aRestrictedPaperIsNotNamed() {
        CitedPassage hidden = new CitedPassage(passage(2, 3, TEMPLATE, "SWE").passage(), new SubmissionNumber("MCH-2004-SWE-001"), 1, true, DocumentRole.MAIN, "en",
                List.of(new CountryCode("SWE")), Access.RESTRICTED, Attribution.NAMED);

        assertThat(Borrowing.of(List.of(passage(1, 3, TEMPLATE, "NOR"), passage(3, 3, TEMPLATE, "ISL"), hidden), CALL)).filteredOn(one -> one.passage() == 1).singleElement()
                .satisfies(one -> assertThat(one.others()).isEqualTo(countries("ISL"))).satisfies(one -> assertThat(one.isNoEvidence()).isTrue());
    }

    private static List<CountryCode> countries(String... letters) {
        return Arrays.stream(letters).map(CountryCode::new).toList();
    }

    private static List<Source> from(CitedPassage passage) {
        return Borrowing.of(List.of(passage), CALL).stream().map(Borrowed::from).toList();
    }

    private static CitedPassage passage(long id, int ordinal, String text, String... countries) {
        return new CitedPassage(new Passage(id, id, ordinal, new Locator(null, "1", List.of(), 0, text.length()), "en", text),
                new SubmissionNumber("MCH-2004-%s-00%d".formatted(countries[0], id)), 1, true, DocumentRole.MAIN, "en",
                Arrays.stream(countries).map(CountryCode::new).toList(), Access.PUBLIC, Attribution.NAMED);
    }
}
