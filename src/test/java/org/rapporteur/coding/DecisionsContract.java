package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.passage.PassageStores;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the store of decisions promises on every database. */
abstract class DecisionsContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");
    private static final CodeId GRANTS = new CodeId("conditional-grants");
    private static final String FUND = "The fund ties money to conditions.";
    private static final String LAW = "The law sets a date.";

    private Rows rows;
    private Decisions decisions;
    private Codings codings;
    private long call;
    private long submission;
    private long part;
    private long extraction;
    private long passage;

    abstract DataSource database();

    static Decisions store(Rows rows) {
        return new Decisions(rows.jdbc(), PassageStores.on(rows), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), rows.transaction(), Clock.systemUTC());
    }

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        decisions = store(rows);
        codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
        call = rows.call();
        long delivery = rows.delivery(call);
        part = rows.part(call, delivery);
        submission = rows.submission(call, delivery, part);
        extraction = rows.extraction(call, part);
        passage = rows.passage(call, extraction, FUND);
    }

    @Test
    void aDecisionTellsWhoDecidedWhatAndWhy() {
        Decision decision = decisions.decide(new NewDecision(passage, GRANTS, DecisionKind.ADD, Status.TRIAL, Outcome.BOTH,
                new NewDecision.Extent(4, 8), "Half of it came."), ANNA).orElseThrow();

        assertThat(decisions.standing(List.of(extraction)).get(passage)).containsExactly(decision);
        assertThat(decision.coder()).isEqualTo("anna");
        assertThat(decision.memo()).isEqualTo("Half of it came.");
        assertThat(codings.effective(List.of(extraction)).get(passage)).singleElement().satisfies(coding -> {
            assertThat(coding.outcome()).isEqualTo(Outcome.BOTH);
            assertThat(List.of(coding.start(), coding.end())).containsExactly(4, 8);
        });
    }

    @Test
    void aStretchBeyondThePassageAndAPassageOfNoPaperAreNotDecidedOn() {
        long stray = rows.passage(call, rows.extraction(call, rows.part(call, rows.delivery(call))), LAW);

        assertThat(decisions.decide(new NewDecision(passage, GRANTS, DecisionKind.ADD, Status.TRIAL, Outcome.BOTH,
                new NewDecision.Extent(4, FUND.length() + 1), ""), ANNA)).isEmpty();
        assertThat(decide(stray, DecisionKind.ADD)).isNull();
    }

    @Test
    void theLatestDecisionStandsAndTakenBackTheOneBeforeIt() {
        Decision first = decide(passage, DecisionKind.ADD);
        Decision second = decide(passage, DecisionKind.REJECT);
        assertThat(standing(extraction, passage)).containsExactly(second);

        assertThat(decisions.undo(second.id(), RUTH)).contains(second);
        assertThat(decisions.undo(second.id(), RUTH)).as("of two clicks the second").isEmpty();

        assertThat(standing(extraction, passage)).containsExactly(first);
    }

    @Test
    void itHoldsWhereThePaperSaysTheSameInANewReadingAndInANewRevision() {
        Decision decision = decide(passage, DecisionKind.ADD);
        long again = rows.extraction(call, part);
        long same = rows.passage(call, again, FUND);
        long other = revise(LAW, FUND);

        assertThat(standing(again, same)).containsExactly(decision);
        assertThat(codings.effective(List.of(again)).get(same)).hasSize(1);
        assertThat(decisions.standing(List.of(other)).values()).containsExactly(List.of(decision));
        assertThat(decisions.lost(call)).isEmpty();
    }

    @Test
    void ofAnotherPaperTheSameWordsAreDecidedApart() {
        decide(passage, DecisionKind.ADD);
        long delivery = rows.delivery(call);
        long theirs = rows.part(call, delivery);
        rows.submission(call, delivery, theirs);
        long read = rows.extraction(call, theirs);
        rows.passage(call, read, FUND);

        assertThat(decisions.standing(List.of(read))).isEmpty();
        assertThat(codings.effective(List.of(read))).isEmpty();
    }

    @Test
    void whatThePaperInForceNoLongerSaysIsLostUntilItSaysItAgain() {
        Decision decision = decide(passage, DecisionKind.REJECT);
        revise(LAW);

        assertThat(decisions.lostOf(submission)).isEqualTo(decisions.lost(call));
        assertThat(decisions.lostOf(submission + 1)).isEmpty();
        assertThat(decisions.lost(call)).singleElement().satisfies(lost -> {
            assertThat(lost.decision()).isEqualTo(decision);
            assertThat(lost.passage().passage().text()).isEqualTo(FUND);
        });

        revise(FUND);
        assertThat(decisions.lost(call)).isEmpty();
    }

    @Test
    void whatPeopleThinkOfACueIsCountedByWhatTheyDecidedOnItsCodings() {
        long other = rows.passage(call, extraction, LAW);
        Call ours = new Call(call, rows.callRevision(call), CallContents.small(), "");
        codings.replace(ours, List.of(extraction), List.of(new Coding(passage, GRANTS, 0.6, 0.5, Status.IN_PLACE, Outcome.NONE, "grant*", 0, 3, ""),
                new Coding(other, GRANTS, 0.6, 0.5, Status.IN_PLACE, Outcome.NONE, "grant*", 0, 3, "")), "m1");
        decide(passage, DecisionKind.ACCEPT);
        decide(other, DecisionKind.REJECT);
        decide(other, DecisionKind.REJECT);

        assertThat(decisions.byCue(call)).containsExactly(new Decisions.CueRecord(GRANTS, "grant*", 1, 1));
        assertThat(decisions.byCue(call).getFirst().share()).isEqualTo(0.5);
    }

    /** A new revision of the paper that says this. */
    private long revise(String... texts) {
        long delivery = rows.delivery(call);
        long next = rows.part(call, delivery);
        int ordinal = rows.jdbc().sql("SELECT MAX(ordinal) + 1 FROM revision WHERE submission_id = :id").param("id", submission).query(Integer.class).single();
        rows.revision(call, submission, ordinal, delivery, next);
        long read = rows.extraction(call, next);
        for (String text : texts) {
            rows.passage(call, read, text);
        }
        return read;
    }

    private List<Decision> standing(long read, long place) {
        return decisions.standing(List.of(read)).get(place);
    }

    private Decision decide(long place, DecisionKind kind) {
        return decisions.decide(new NewDecision(place, GRANTS, kind, Status.IN_PLACE, Outcome.NONE, null, ""), ANNA).orElse(null);
    }
}
