package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.SubmissionNumber;

class ComparisonTest {

    private static final String FUND = "A central fund pays half of every shared service.";
    private static final String LAW = "The law of 2001 made electronic forms equal to paper.";
    private static final String STAFF = "Staff were trained before the new system came.";

    private static final String PORTAL = "One portal shows all services of the state.";

    private long made;

    @Test
    void aPassageThatWasAddedIsToldAtItsPlace() {
        assertThat(told(List.of(FUND, STAFF), List.of(FUND, LAW, STAFF))).containsExactly("SAME " + FUND, "ADDED " + LAW, "SAME " + STAFF);
    }

    @Test
    void aPassageThatIsGoneIsToldWhereItStood() {
        assertThat(told(List.of(FUND, LAW, STAFF), List.of(FUND, STAFF))).containsExactly("SAME " + FUND, "GONE " + LAW, "SAME " + STAFF);
    }

    @Test
    void ofAChangedPassageTheWordsAreTold() {
        assertThat(told(List.of(FUND), List.of("A central fund pays a third of every shared service."))).containsExactly(
                "CHANGED A central fund pays [-half -][+a third +]of every shared service.");
    }

    @Test
    void ofALongPassageTheWordsAreToldToo() {
        String before = "The law on public records of 2001 made electronic forms equal to paper, and most agencies stopped asking for copies.";
        String after = before.replace("most", "four of five");

        assertThat(told(List.of(before), List.of(after))).containsExactly("CHANGED "
                + before.replace("most ", "[-most -][+four of five +]"));
    }

    @Test
    void aPassageThatSaysSomethingElseIsNotAChangedOne() {
        assertThat(told(List.of(FUND, LAW), List.of(FUND, STAFF))).containsExactly("SAME " + FUND, "ADDED " + STAFF, "GONE " + LAW);
    }

    @Test
    void aPassageThatStandsElsewhereHasMovedAndIsToldOnce() {
        assertThat(told(List.of(LAW, FUND, STAFF), List.of(FUND, STAFF, LAW))).containsExactly("SAME " + FUND, "SAME " + STAFF, "MOVED " + LAW);
    }

    @Test
    void aPassageThatStandsElsewhereInOtherWordsIsAChangedOne() {
        assertThat(told(List.of(FUND, LAW, STAFF), List.of(LAW.replace("2001", "2002"), FUND, STAFF))).containsExactly(
                "CHANGED " + LAW.replace("2001 ", "[-2001 -][+2002 +]"), "SAME " + FUND, "SAME " + STAFF);
    }

    @Test
    void ofTwoAlikeThatMovedBothAreTold() {
        assertThat(told(List.of(LAW, LAW, FUND, STAFF, PORTAL), List.of(FUND, STAFF, PORTAL, LAW, LAW))).containsExactly("SAME " + FUND,
                "SAME " + STAFF, "SAME " + PORTAL, "MOVED " + LAW, "MOVED " + LAW);
    }

    @Test
    void otherQuotationMarksHyphensAndBlanksAreNoChange() {
        assertThat(told(List.of("The \"one-stop shop\" opened."), List.of("The \u201Cone\u2011stop  shop\u201D opened.")))
                .singleElement().asString().startsWith("SAME");
    }

    @Test
    void aNumberThatAPassageGotFromThoseBeforeItIsNoChange() {
        List<CitedPassage> before = List.of(numbered("2", "2. " + FUND));
        List<CitedPassage> after = List.of(numbered("1-2", "1. " + LAW + " 2. More."), numbered("3", "3. " + FUND));

        assertThat(Comparison.of(before, after)).extracting(Change::kind).containsExactly(Change.Kind.ADDED, Change.Kind.SAME);
    }

    @Test
    void paragraphsThatSharedAPassageAreComparedOneByOne() {
        assertThat(told(List.of(FUND + "\n" + LAW, STAFF), List.of(LAW, FUND + "\n" + STAFF))).containsExactly("MOVED " + LAW, "SAME " + FUND,
                "SAME " + STAFF);
    }

    @Test
    void twoChangedPassagesKeepTheirPairs() {
        List<String> told = told(List.of(FUND, LAW), List.of(FUND + " It is small.", LAW + " It holds."));

        assertThat(told).containsExactly("CHANGED " + FUND.replace("service.", "service. [+It is small.+]"),
                "CHANGED " + LAW.replace("paper.", "paper. [+It holds.+]"));
    }

    @Test
    void longTextsThatShareNothingAreComparedAllTheSame() {
        List<String> old = IntStream.range(0, 1500).mapToObj(i -> "old%d was%d here%d".formatted(i, i, i)).toList();
        List<String> fresh = IntStream.range(0, 1500).mapToObj(i -> "new%d is%d there%d".formatted(i, i, i)).toList();

        assertThat(told(old, fresh)).hasSize(3000).noneMatch(line -> line.startsWith("SAME") || line.startsWith("CHANGED"));
    }

    private List<String> told(List<String> before, List<String> after) {
        return Comparison.of(cited(before), cited(after)).stream().map(change -> change.kind() + " " + change.text().stream()
                .map(stretch -> switch (stretch.kind()) {
                    case GONE -> "[-" + stretch.text() + "-]";
                    case ADDED -> "[+" + stretch.text() + "+]";
                    case SAME, CHANGED, MOVED -> stretch.text();
                }).collect(Collectors.joining())).toList();
    }

    private List<CitedPassage> cited(List<String> texts) {
        return texts.stream().map(text -> numbered(null, text)).toList();
    }

    private CitedPassage numbered(String paragraph, String text) {
        Passage passage = new Passage(++made, 1, 1, new Locator(null, paragraph, List.of(), 0, text.length()), "en", text);
        return new CitedPassage(passage, new SubmissionNumber("MCH-2004-NOR-001"), 1, true, DocumentRole.MAIN,
                "en", Arrays.asList(new CountryCode("NOR")), Access.PUBLIC, Attribution.NAMED);
    }
}
