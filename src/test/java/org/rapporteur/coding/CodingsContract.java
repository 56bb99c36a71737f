package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the store of codings promises on every database. */
abstract class CodingsContract {

    private static final CodeId GRANTS = new CodeId("conditional-grants");

    private Codings codings;
    private Rows rows;
    private Call call;
    private long extraction;
    private long passage;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        long id = rows.call();
        call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        long delivery = rows.delivery(id);
        long part = rows.part(id, delivery);
        rows.submission(id, delivery, part);
        extraction = rows.extraction(id, part);
        passage = rows.passage(id, extraction, "The fund ties money to conditions.");
        codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
    }

    @Test
    void aCodingCountsFromItsThresholdUp() {
        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.5), coding(new CodeId("central-fund"), 0.4)), "m1");

        assertThat(codings.effective(List.of(extraction)).get(passage)).containsExactly(new EffectiveCoding(passage, GRANTS, false, 0.5,
                Status.TRIAL, Outcome.SUCCESS, "tied money", 4, 8, ""));
    }

    @Test
    void codingAgainReplacesWhatTheMachineSaid() {
        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.5)), "m1");

        codings.replace(call, List.of(extraction), List.of(coding(new CodeId("central-fund"), 0.75)), "m1");

        assertThat(codings.effective(call).get(passage)).extracting(coding -> coding.code().value()).containsExactly("central-fund");
    }

    @Test
    void whatAPersonDecidedStandsAboveTheMachineAndStays() {
        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.75)), "m1");
        decide("REJECT", GRANTS);
        decide("ADD", new CodeId("awards"));

        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.9)), "m1");

        assertThat(codings.effective(call).get(passage)).singleElement().satisfies(coding -> {
            assertThat(coding.code()).isEqualTo(new CodeId("awards"));
            assertThat(coding.confirmed()).isTrue();
        });
    }

    @Test
    void whatWasCodedWithAnotherCodebookOrModelIsStale() {
        codings.replace(call, List.of(extraction), List.of(), "m1");
        assertThat(codings.stale(call, "m1", 10)).isEmpty();
        assertThat(codings.stale(call, "m2", 10)).containsExactly(extraction);

        Call changed = new Call(call.id(), rows.callRevision(call.id()), call.content(), "");
        assertThat(codings.stale(changed, "m1", 10)).containsExactly(extraction);
        codings.replace(changed, List.of(extraction), List.of(), "m1");
        assertThat(codings.stale(changed, "m1", 10)).isEmpty();
        assertThat(codings.isAnythingCoded(changed)).isTrue();
    }

    @Test
    void aPassageWithoutCodingsIsMissing() {
        assertThat(codings.effective(List.of(extraction))).isEmpty();
        assertThat(codings.effective(List.of())).isEmpty();
    }

    @Test
    void anotherExtractionKeepsItsCodings() {
        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.5)), "m1");
        long other = rows.extraction(call.id(), rows.part(call.id(), rows.delivery(call.id())));

        codings.replace(call, List.of(other), List.of(), "m1");

        assertThat(codings.effective(List.of(other))).isEmpty();
        assertThat(codings.effective(List.of(extraction))).containsOnlyKeys(passage);
    }

    @Test
    void theLatestDecisionWinsUntilItIsUndone() {
        decide("REJECT", GRANTS);
        decide("ACCEPT", GRANTS);
        assertThat(codings.effective(call)).containsOnlyKeys(passage);

        rows.jdbc().sql("UPDATE decision SET undone_at = CURRENT_TIMESTAMP WHERE verdict = 'ACCEPT'").update();

        assertThat(codings.effective(call)).isEmpty();
    }

    @Test
    void aBlindDecisionCountsForNothing() {
        codings.replace(call, List.of(extraction), List.of(coding(GRANTS, 0.75)), "m1");
        decide("ACCEPT", new CodeId("awards"));

        blindly("REJECT", GRANTS);
        blindly("REJECT", new CodeId("awards"));
        blindly("ADD", new CodeId("central-fund"));

        assertThat(codings.effective(call).get(passage)).extracting(coding -> coding.code().value())
                .containsExactlyInAnyOrder("awards", "conditional-grants");
    }

    @Test
    void anAdjudicationIsADecisionThatIsNotBlind() {
        blindly("REJECT", GRANTS);
        blindly("ADD", GRANTS);

        decide("ADD", GRANTS);

        assertThat(codings.effective(call).get(passage)).singleElement().satisfies(coding -> assertThat(coding.confirmed()).isTrue());
    }

    @Test
    void aDecisionMayBeAboutAStretchOfThePassage() {
        decide("ADD", GRANTS);
        rows.jdbc().sql("UPDATE decision SET extent_start = start_offset + 4, extent_end = start_offset + 8").update();

        assertThat(codings.effective(call).get(passage)).singleElement().satisfies(coding -> {
            assertThat(coding.start()).isEqualTo(4);
            assertThat(coding.end()).isEqualTo(8);
        });
    }

    @Test
    void aStretchOutsideOfThePassageIsRefused() {
        decide("ADD", GRANTS);

        assertThatThrownBy(() -> rows.jdbc().sql("UPDATE decision SET extent_start = 0, extent_end = end_offset + 1").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void blindly(String verdict, CodeId code) {
        decide(verdict, code);
        rows.jdbc().sql("UPDATE decision SET blind_set = 'may' WHERE id = (SELECT MAX(l.id) FROM decision l)").update();
    }

    private Coding coding(CodeId code, double score) {
        return new Coding(passage, code, score, 0.5, Status.TRIAL, Outcome.SUCCESS, "tied money", 4, 8, "");
    }

    private void decide(String kind, CodeId code) {
        assertThat(DecisionsContract.store(rows).decide(new NewDecision(passage, code, DecisionKind.valueOf(kind), Status.IN_PLACE, Outcome.NONE, null, ""),
                new Actor("anna"))).isPresent();
    }
}
