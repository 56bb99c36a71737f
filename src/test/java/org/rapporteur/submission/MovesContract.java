package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;

/** What moves of submissions promise on every database. */
abstract class MovesContract {

    private static final CallCode CODE = new CallCode("MCH-2004");
    private static final CountryCode NORWAY = new CountryCode("NOR");
    private static final CountryCode SWEDEN = new CountryCode("SWE");
    private static final CountryCode FINLAND = new CountryCode("FIN");
    private static final Actor RUTH = new Actor("ruth");

    private Rows rows;
    private AuditTrail audit;
    private Submissions submissions;
    private Deliveries deliveries;
    private Moves moves;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        audit = AuditTrails.on(rows.jdbc(), Clock.systemUTC());
        submissions = Stores.submissions(rows);
        deliveries = Stores.deliveries(rows, Clock.systemUTC());
        moves = Stores.moves(rows);
    }

    @Test
    void aMovedPaperIsOfTheOtherCountryUnderItsNextNumber() {
        submissions.open(call, CODE, List.of(SWEDEN));
        Revision paper = accepted(NORWAY);

        assertThat(move(paper.submission(), SWEDEN)).map(Move::after).map(SubmissionNumber::value).contains("MCH-2004-SWE-002");

        assertThat(submissions.inForce(call, SWEDEN)).map(Revision::id).contains(paper.id());
        assertThat(submissions.inForce(call, NORWAY)).isEmpty();
    }

    @Test
    void bothNumbersLeadToIt() {
        Submission before = accepted(NORWAY).submission();
        move(before, SWEDEN);

        assertThat(found("MCH-2004-NOR-001")).map(Submission::id).contains(before.id());
        assertThat(found("MCH-2004-SWE-001")).map(Submission::id).contains(before.id());
        assertThat(found("MCH-2004-NOR-001")).map(now -> now.number().value()).contains("MCH-2004-SWE-001");
    }

    @Test
    void noNumberIsGivenTwice() {
        Submission moved = accepted(NORWAY).submission();
        move(moved, SWEDEN);
        assertThat(submissions.open(call, CODE, List.of(NORWAY)).number()).hasToString("MCH-2004-NOR-002");
        undo(found("MCH-2004-NOR-001").orElseThrow());

        assertThat(submissions.open(call, CODE, List.of(SWEDEN)).number()).hasToString("MCH-2004-SWE-002");
        assertThat(submissions.open(call, CODE, List.of(NORWAY)).number()).hasToString("MCH-2004-NOR-003");
    }

    @Test
    void undoneItIsWhereItWas() {
        Revision paper = accepted(NORWAY);
        move(paper.submission(), SWEDEN);

        assertThat(undo(found("MCH-2004-SWE-001").orElseThrow())).isPresent();

        assertThat(submissions.inForce(call, NORWAY)).map(Revision::submission).contains(paper.submission());
        assertThat(moves.standing(paper.submission().id())).isEmpty();
    }

    @Test
    void twoMovesAreUndoneOneByOne() {
        Submission paper = accepted(NORWAY).submission();
        move(paper, SWEDEN);
        move(found("MCH-2004-SWE-001").orElseThrow(), FINLAND);

        undo(found("MCH-2004-FIN-001").orElseThrow());

        assertThat(moves.standing(paper.id())).map(Move::to).contains(SWEDEN);
        assertThat(found("MCH-2004-NOR-001")).map(now -> now.number().value()).contains("MCH-2004-SWE-001");
    }

    @Test
    void aPaperThatComesBackToACountryGetsBackItsNumberThere() {
        Submission paper = accepted(NORWAY).submission();
        move(paper, SWEDEN);
        undo(found("MCH-2004-SWE-001").orElseThrow());

        assertThat(move(found("MCH-2004-NOR-001").orElseThrow(), SWEDEN)).map(Move::after).map(SubmissionNumber::value).contains("MCH-2004-SWE-001");
    }

    @Test
    void whatBroughtItFollows() {
        Revision paper = accepted(NORWAY);
        long another = delivery(NORWAY);

        move(paper.submission(), SWEDEN);

        assertThat(deliveries.get(paper.delivery()).country()).isEqualTo(SWEDEN);
        assertThat(deliveries.get(paper.delivery()).decision().reason()).isEqualTo("MCH-2004-SWE-001 revision 1");
        assertThat(deliveries.get(another).country()).isEqualTo(NORWAY);
    }

    @Test
    void ofTwoWhoMoveAtATimeOnlyOneDoes() {
        Submission seen = accepted(NORWAY).submission();
        rows.transaction().executeWithoutResult(status -> List.of(NORWAY, SWEDEN, FINLAND).forEach(country -> submissions.lock(call, country)));
        AtomicInteger moved = new AtomicInteger();

        Stream.of(SWEDEN, FINLAND, SWEDEN, FINLAND).parallel().forEach(to -> move(seen, to).ifPresent(move -> moved.incrementAndGet()));

        assertThat(moved).hasValue(1);
    }

    @Test
    void theOthersOfAJointPaperStay() {
        Submission joint = submissions.open(call, CODE, List.of(NORWAY, FINLAND));

        move(joint, SWEDEN);

        assertThat(found("MCH-2004-SWE-001")).map(Submission::countries).contains(List.of(SWEDEN, FINLAND));
        assertThatThrownBy(() -> move(found("MCH-2004-SWE-001").orElseThrow(), FINLAND)).hasMessageContaining("stands for FIN already");
    }

    @Test
    void whatWasDecidedOnTheOtherCountryIsDecidedAnew() {
        Revision paper = accepted(NORWAY);
        move(paper.submission(), SWEDEN);

        assertThat(rows.transaction().<Boolean>execute(status -> submissions.isStillInForce(call, NORWAY, paper.id()))).isFalse();
    }

    @Test
    void bothAreInTheAudit() {
        move(accepted(NORWAY).submission(), SWEDEN);
        undo(found("MCH-2004-SWE-001").orElseThrow());

        assertThat(audit.latest(2)).extracting(AuditEntry::act).containsExactly("submission-move-undone", "submission-moved");
        assertThat(audit.latest(1).getFirst().actor()).isEqualTo(RUTH);
    }

    private Optional<Move> move(Submission seen, CountryCode to) {
        return rows.transaction().execute(status -> moves.move(call, CODE, seen, to, RUTH));
    }

    private Optional<Move> undo(Submission seen) {
        return rows.transaction().execute(status -> moves.undo(call, seen, RUTH));
    }

    private Optional<Submission> found(String number) {
        return submissions.find(call, new SubmissionNumber(number));
    }

    private Revision accepted(CountryCode country) {
        long delivery = delivery(country);
        Submission submission = submissions.open(call, CODE, List.of(country));
        deliveries.decide(delivery, new Delivery.Decided(DeliveryOutcome.ACCEPTED, "accepted", submission.number() + " revision 1", null));
        return submissions.revise(call, submission, delivery, List.of(new Revision.Document(rows.part(call, delivery), DocumentRole.MAIN)),
                Actor.MACHINE);
    }

    private long delivery(CountryCode country) {
        long delivery = rows.delivery(call);
        deliveries.identify(delivery, null, "Paper", country);
        return delivery;
    }
}
