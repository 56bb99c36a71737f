package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.Attribution;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the store of passages promises on every database. */
abstract class PassagesContract {

    private Passages passages;
    private Rows rows;
    private long call;
    private long delivery;
    private long part;
    private long extraction;
    private long submission;
    private long newest;
    private AccessRules rules;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        call = rows.call();
        delivery = rows.delivery(call);
        part = rows.part(call, delivery);
        extraction = rows.extraction(call, part);
        submission = rows.submission(call, delivery, part);
        rules = new AccessRules(rows.jdbc(), Clock.systemUTC());
        passages = new Passages(rows.jdbc(), new NamedParameterJdbcTemplate(source));
    }

    @Test
    void aPassageComesBackWithItsPlace() {
        passages.add(call, List.of(passage(1, 0, 20)));

        assertThat(passages.of(List.of(extraction))).singleElement().satisfies(kept -> {
            assertThat(kept.locator()).isEqualTo(new Locator(3, "12", List.of("Paper", "Incentives"), 0, 20));
            assertThat(kept.text()).isEqualTo("twenty characters ok");
        });
    }

    @Test
    void thePassageKeepsItsIdentityWhenThePaperIsSplitAgain() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long before = passages.of(List.of(extraction)).getFirst().id();

        passages.add(call, List.of(passage(1, 0, 20), passage(2, 21, 41)));

        assertThat(passages.of(List.of(extraction))).hasSize(2).first().extracting(Passage::id).isEqualTo(before);
    }

    @Test
    void itIsCitedByItsCountry() {
        passages.add(call, List.of(passage(1, 0, 20)));

        CitedPassage cited = passages.inForce(call).getFirst();

        assertThat(cited.citation(Locale.ENGLISH)).isEqualTo("Korea, para. 12");
        assertThat(passages.find(cited.passage().id())).contains(cited);
    }

    @Test
    void aDocumentOfAnEarlierRevisionCanStillBeReadAsItWasReadLast() {
        passages.add(call, List.of(passage(1, 0, 20)));
        SubmissionNumber number = passages.inForce(call).getFirst().submission();
        long again = rows.extraction(call, part);
        passages.add(call, List.of(passage(again, 1, "read better")));
        nextRevision();

        assertThat(passages.ofDocument(number, part)).singleElement().satisfies(cited -> {
            assertThat(cited.passage().text()).isEqualTo("read better");
            assertThat(cited.inForce()).isFalse();
        });
    }

    @Test
    void whatALaterRevisionLeavesOutIsNoLongerInForceAndStaysCitable() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long id = passages.inForce(call).getFirst().passage().id();

        rows.revision(call, submission, 2, rows.delivery(call), rows.part(call, delivery));

        assertThat(passages.inForce(call)).isEmpty();
        assertThat(passages.find(id)).map(CitedPassage::inForce).contains(false);
    }

    @Test
    void whatALaterRevisionCarriesOnStaysInForce() {
        passages.add(call, List.of(passage(1, 0, 20)));

        rows.revision(call, submission, 2, rows.delivery(call), part);

        assertThat(passages.inForce(call)).singleElement().extracting(CitedPassage::revision).isEqualTo(2);
    }

    @Test
    void theStricterRuleOfPaperAndPassageHolds() {
        passages.add(call, List.of(passage(1, 0, 20)));
        rows.jdbc().sql("UPDATE submission SET access = 'RESTRICTED'").update();
        rules.set(passages.inForce(call).getFirst().passage().id(), Access.PUBLIC, Attribution.UNNAMED, "anna");

        CitedPassage cited = passages.inForce(call).getFirst();

        assertThat(cited.access()).isEqualTo(Access.RESTRICTED);
        assertThat(cited.attribution()).isEqualTo(Attribution.UNNAMED);
    }

    @Test
    void aRuleHoldsForItsPassageAndNoOther() {
        passages.add(call, List.of(passage(1, 0, 20), passage(extraction, 2, "another passage here")));

        restrict("twenty characters ok");

        assertThat(accessByText()).isEqualTo(Map.of("twenty characters ok", Access.RESTRICTED, "another passage here", Access.PUBLIC));
    }

    @Test
    void theSameTextInALaterRevisionIsUnderTheSameRule() {
        passages.add(call, List.of(passage(1, 0, 20)));
        restrict("twenty characters ok");

        passages.add(call, List.of(passage(nextRevision(), 4, "twenty characters ok"), passage(newest, 5, "new and harmless")));

        assertThat(accessByText()).isEqualTo(Map.of("twenty characters ok", Access.RESTRICTED, "new and harmless", Access.PUBLIC));
    }

    @Test
    void aRestrictedTextThatWasRewrittenRestrictsThePaperUntilAPersonLooks() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long before = restrict("twenty characters ok");
        passages.add(call, List.of(passage(nextRevision(), 1, "twenty characters, revised"), passage(newest, 2, "new and harmless")));
        assertThat(accessByText().values()).containsOnly(Access.RESTRICTED);

        rules.undo(before);

        assertThat(accessByText().values()).containsOnly(Access.PUBLIC);
    }

    @Test
    void aNewExtractionThatReadsTheTextOtherwiseRestrictsThePaperToo() {
        passages.add(call, List.of(passage(1, 0, 20)));
        restrict("twenty characters ok");

        passages.add(call, List.of(passage(rows.extraction(call, part), 1, "twenty  characters ok")));

        assertThat(accessByText()).isEqualTo(Map.of("twenty  characters ok", Access.RESTRICTED));
    }

    @Test
    void theAttributionOfALostTextHoldsForThePaper() {
        passages.add(call, List.of(passage(1, 0, 20)));
        rules.set(passages.inForce(call).getFirst().passage().id(), Access.PUBLIC, Attribution.NOT_FOR_QUOTATION, "anna");

        passages.add(call, List.of(passage(nextRevision(), 1, "twenty characters, revised")));

        assertThat(passages.inForce(call)).extracting(CitedPassage::attribution).containsOnly(Attribution.NOT_FOR_QUOTATION);
    }

    @Test
    void theLatestRuleHoldsAndAnotherPaperIsNotTouched() {
        passages.add(call, List.of(passage(1, 0, 20)));
        long otherPart = rows.part(call, delivery);
        rows.submission(call, rows.delivery(call), otherPart);
        passages.add(call, List.of(passage(rows.extraction(call, otherPart), 1, "twenty characters ok")));
        List<CitedPassage> both = passages.inForce(call);

        rules.set(both.getFirst().passage().id(), Access.RESTRICTED, Attribution.NAMED, "anna");
        rules.set(both.getLast().passage().id(), Access.RESTRICTED, Attribution.NAMED, "anna");
        rules.set(both.getLast().passage().id(), Access.PUBLIC, Attribution.NAMED, "bo");

        assertThat(passages.inForce(call)).extracting(CitedPassage::access).containsExactly(Access.RESTRICTED, Access.PUBLIC);
    }

    private long restrict(String text) {
        long id = passages.inForce(call).stream().map(CitedPassage::passage).filter(kept -> kept.text().equals(text)).findFirst()
                .orElseThrow().id();
        assertThat(rules.set(id, Access.RESTRICTED, Attribution.NAMED, "anna")).isTrue();
        return id;
    }

    private Map<String, Access> accessByText() {
        return passages.inForce(call).stream().collect(Collectors.toMap(cited -> cited.passage().text(), CitedPassage::access));
    }

    /** The extraction of a part that a second revision brings. */
    private long nextRevision() {
        long next = rows.part(call, delivery);
        rows.revision(call, submission, 2, rows.delivery(call), next);
        newest = rows.extraction(call, next);
        return newest;
    }

    private static Passage passage(long extraction, int ordinal, String text) {
        return new Passage(0, extraction, ordinal, new Locator(3, "12", List.of(), ordinal * 100, ordinal * 100 + text.length()), "en", text);
    }

    private Passage passage(int ordinal, int start, int end) {
        return new Passage(0, extraction, ordinal, new Locator(3, "12", List.of("Paper", "Incentives"), start, end), "en",
                "twenty characters ok");
    }
}
