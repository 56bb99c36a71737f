package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.submission.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What people's decisions teach, on every database. */
abstract class LearningsContract {

    private static final Actor ANNA = new Actor("anna");
    private static final CodeId GRANTS = new CodeId("conditional-grants");
    private static final CodeId INCENTIVES = new CodeId("incentives");
    private static final CodeId OUTSOURCING = new CodeId("outsourcing");

    private Rows rows;
    private Learnings learnings;
    private Decisions decisions;
    private Codings codings;
    private Codebook codebook;
    private Call call;
    private long extraction;

    abstract DataSource database();

    @BeforeEach
    void open() throws Exception {
        DataSource source = database();
        rows = new Rows(source);
        learnings = new Learnings(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), rows.transaction(), Clock.systemUTC());
        decisions = DecisionsContract.store(rows);
        codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
        codebook = ((CodebookReading.Good) CodebookReader.read(new ClassPathResource("calls/MCH-2004/codebook.yaml").getContentAsString(StandardCharsets.UTF_8))).codebook();
        long id = rows.call();
        call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        long delivery = rows.delivery(id);
        long part = rows.part(id, delivery);
        rows.submission(id, delivery, part);
        extraction = rows.extraction(id, part);
    }

    @Test
    void aCodeThatWasPutSaysItsThemeAndOneThatWasRejectedSaysNothingOfIt() {
        long fund = passage(text(false, 1));
        decide(fund, GRANTS, DecisionKind.ADD, Outcome.SUCCESS);
        decide(fund, OUTSOURCING, DecisionKind.REJECT, Outcome.NONE);

        assertThat(learnings.learn(call, ANNA)).isTrue();

        assertThat(taught()).singleElement().satisfies(passage -> {
            assertThat(passage.has()).containsExactlyInAnyOrder(GRANTS, INCENTIVES);
            assertThat(passage.hasNot()).containsExactly(OUTSOURCING);
            assertThat(passage.outcome()).contains(Outcome.SUCCESS);
            assertThat(passage.says(new CodeId("partnership"))).isFalse();
        });
    }

    @Test
    void whatWasLearntStaysTheSameWhateverIsDecidedLater() {
        long fund = passage(text(false, 1));
        decide(fund, GRANTS, DecisionKind.ADD, Outcome.NONE);
        Decision second = decide(passage(text(false, 2)), GRANTS, DecisionKind.REJECT, Outcome.NONE);
        learnings.learn(call, ANNA);
        List<TrainingPassage> before = taught();
        assertThat(before).hasSize(2);
        assertThat(learnings.fresh(call)).isZero();

        decide(fund, GRANTS, DecisionKind.REJECT, Outcome.NONE);
        decisions.undo(second.id(), ANNA);

        assertThat(taught()).isEqualTo(before);
        assertThat(learnings.fresh(call)).as("one new that stands, and two learnt that stand no more").isEqualTo(3);
        learnings.learn(call, ANNA);
        assertThat(taught()).singleElement().satisfies(passage -> assertThat(passage.hasNot()).containsExactly(GRANTS));
    }

    @Test
    void theLearningIsOfTheCallAndNothingIsLearntFromNothing() {
        assertThat(learnings.learn(call, ANNA)).isFalse();
        assertThat(learnings.latest(call)).isEqualTo(Optional.empty());
    }

    @Test
    void whatWasLearntIsForgottenWhereNoDecisionStandsAnyMore() {
        Decision only = decide(passage(text(false, 1)), GRANTS, DecisionKind.ADD, Outcome.NONE);
        assertThat(learnings.learn(call, ANNA)).isTrue();
        assertThat(learnings.learn(call, ANNA)).as("nothing is new").isFalse();
        decisions.undo(only.id(), ANNA);

        assertThat(learnings.learn(call, ANNA)).isTrue();

        assertThat(taught()).isEmpty();
        assertThat(learnings.fresh(call)).isZero();
    }

    @Test
    void aTextThatIsHeldAsideTeachesNothingAndMeasures() {
        String aside = text(true, 1);
        long fund = passage(aside);
        long other = passage(text(true, 2));
        codings.replace(call, List.of(extraction), List.of(new Coding(fund, GRANTS, 0.9, 0.5, Status.IN_PLACE, Outcome.NONE, "grant*", 0, 3, "")), "m1");
        decide(fund, INCENTIVES, DecisionKind.ACCEPT, Outcome.NONE);
        decide(fund, GRANTS, DecisionKind.REJECT, Outcome.NONE);
        decide(other, GRANTS, DecisionKind.ADD, Outcome.NONE);
        decide(passage(text(false, 3)), GRANTS, DecisionKind.REJECT, Outcome.NONE);
        learnings.learn(call, ANNA);

        assertThat(taught()).hasSize(1);
        assertThat(learnings.aside(call, codebook)).containsExactly(new Learnings.Measured(GRANTS, 0, 1, 1, 0), new Learnings.Measured(INCENTIVES, 1, 0, 0, 0));
        assertThat(learnings.aside(call, codebook).getFirst().agreement()).isZero();
    }

    @Test
    void itLearnsByItselfOncePeopleHaveDecidedOftenEnough() {
        for (int i = 1; i < Learnings.EVERY; i++) {
            decide(passage("The law sets date " + i + "."), GRANTS, DecisionKind.REJECT, Outcome.NONE);
        }
        assertThat(learnings.learnIfDue(call)).isFalse();
        decide(passage(text(false, 1)), GRANTS, DecisionKind.ADD, Outcome.NONE);

        assertThat(learnings.learnIfDue(call)).isTrue();
        assertThat(learnings.learnIfDue(call)).isFalse();
    }

    private List<TrainingPassage> taught() {
        return learnings.passages(learnings.latest(call).orElseThrow(), codebook);
    }

    private Decision decide(long passage, CodeId code, DecisionKind kind, Outcome outcome) {
        return decisions.decide(new NewDecision(passage, code, kind, Status.IN_PLACE, outcome, null, ""), ANNA).orElseThrow();
    }

    private long passage(String text) {
        return rows.passage(call.id(), extraction, text);
    }

    /** The n-th of texts that are held aside, or are not. */
    private static String text(boolean aside, int n) {
        return Stream.iterate(0, i -> i + 1).map(i -> "The fund ties money to conditions, number " + i + ".").filter(text -> Learnings.isAside(Sha256.of(text).hex()) == aside)
                .skip(n - 1).findFirst().orElseThrow();
    }
}
