package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;

/** What submissions and revisions promise on every database. */
abstract class SubmissionsContract {

    private static final CallCode CODE = new CallCode("MCH-2004");
    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final CountryCode NORWAY = new CountryCode("NOR");

    private Submissions submissions;
    private Rows rows;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        submissions = new Submissions(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC());
    }

    @Test
    void numbersRunWithinTheFirstCountry() {
        assertThat(submissions.open(call, CODE, List.of(KOREA)).number()).hasToString("MCH-2004-KOR-001");
        assertThat(submissions.open(call, CODE, List.of(NORWAY, KOREA)).number()).hasToString("MCH-2004-NOR-001");
        assertThat(submissions.open(call, CODE, List.of(KOREA)).number()).hasToString("MCH-2004-KOR-002");
    }

    @Test
    void theLatestRevisionIsInForceAndTheEarlierOneStays() {
        Submission korea = submissions.open(call, CODE, List.of(KOREA));
        revise(korea);
        Revision second = revise(korea);

        assertThat(submissions.inForce(call)).extracting(Revision::id).containsExactly(second.id());
        assertThat(submissions.revisions(call)).extracting(Revision::ordinal).containsExactly(1, 2);
    }

    @Test
    void aJointPaperIsInForceForEachOfItsCountries() {
        Submission joint = submissions.open(call, CODE, List.of(NORWAY, KOREA));
        Revision revision = revise(joint);

        assertThat(submissions.inForce(call, KOREA)).map(Revision::id).contains(revision.id());
        assertThat(submissions.inForce(call, NORWAY)).map(found -> found.submission().countries()).contains(List.of(NORWAY, KOREA));
        assertThat(submissions.revisions(call, KOREA)).isEqualTo(submissions.revisions(call));
        assertThat(submissions.revisions(call, new CountryCode("DNK"))).isEmpty();
    }

    @Test
    void aSubmissionIsFoundByItsNumberWithinItsCall() {
        Submission joint = submissions.open(call, CODE, List.of(NORWAY, KOREA));

        assertThat(submissions.find(call, joint.number())).contains(joint);
        assertThat(submissions.find(rows.call(), joint.number())).isEmpty();
    }

    @Test
    void eachOfTwoPapersOfACountryCanBeRevised() {
        Submission first = submissions.open(call, CODE, List.of(KOREA));
        Revision ofFirst = revise(first);
        Revision ofSecond = revise(submissions.open(call, CODE, List.of(KOREA)));

        assertThat(submissions.inForceOf(first.id()).id()).isEqualTo(ofFirst.id());
        assertThat(stillInForce(ofFirst.id())).isTrue();
        assertThat(stillInForce(ofSecond.id())).isTrue();
        revise(first);
        assertThat(stillInForce(ofFirst.id())).isFalse();
    }

    @Test
    void documentsComeBackInTheirOrderAndRole() {
        Submission korea = submissions.open(call, CODE, List.of(KOREA));
        long delivery = rows.delivery(call);
        List<Revision.Document> documents = List.of(new Revision.Document(rows.part(call, delivery), DocumentRole.MAIN),
                new Revision.Document(rows.part(call, delivery), DocumentRole.ANNEX));

        submissions.revise(call, korea, delivery, documents, Actor.MACHINE);

        assertThat(submissions.inForce(call).getFirst().documents()).isEqualTo(documents);
    }

    @Test
    void aRevisionIsFoundByTheDeliveryThatBroughtIt() {
        Revision revision = revise(submissions.open(call, CODE, List.of(KOREA)));

        assertThat(submissions.broughtBy(call, revision.delivery())).map(Revision::id).contains(revision.id());
        assertThat(submissions.broughtBy(call, rows.delivery(call))).isEmpty();
    }

    @Test
    void everyRevisionIsInTheAudit() {
        Revision revision = revise(submissions.open(call, CODE, List.of(KOREA)));

        assertThat(AuditTrails.on(rows.jdbc(), Clock.systemUTC()).latest(1)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo("revision-added");
            assertThat(line.subject()).isEqualTo("MCH-2004-KOR-001");
            assertThat(line.detail()).isEqualTo("revision 1, by delivery " + revision.delivery());
        });
    }

    @Test
    void whatWasSeenIsNoLongerInForceOnceAnotherRevisionIs() {
        Submission korea = submissions.open(call, CODE, List.of(KOREA));
        Revision first = revise(korea);
        assertThat(stillInForce(first.id())).isTrue();

        revise(korea);

        assertThat(stillInForce(first.id())).isFalse();
        assertThat(stillInForce(null)).isFalse();
    }

    @Test
    void ofTwoThatAcceptTheFirstPaperOfACountryAtATimeOnlyOneDoes() {
        // a country whose row is there already, so that nobody waits for its key
        stillInForce(null);
        List<Long> brought = List.of(rows.delivery(call), rows.delivery(call), rows.delivery(call), rows.delivery(call));
        List<Long> parts = brought.stream().map(delivery -> rows.part(call, delivery)).toList();

        IntStream.range(0, brought.size()).parallel().forEach(i -> rows.transaction().executeWithoutResult(status -> {
            if (submissions.isStillInForce(call, KOREA, null)) {
                submissions.revise(call, submissions.open(call, CODE, List.of(KOREA)), brought.get(i),
                        List.of(new Revision.Document(parts.get(i), DocumentRole.MAIN)), Actor.MACHINE);
            }
        }));

        assertThat(submissions.revisions(call)).hasSize(1);
    }

    private boolean stillInForce(Long seen) {
        return rows.transaction().execute(status -> submissions.isStillInForce(call, KOREA, seen));
    }

    private Revision revise(Submission submission) {
        long delivery = rows.delivery(call);
        return submissions.revise(call, submission, delivery, List.of(new Revision.Document(rows.part(call, delivery), DocumentRole.MAIN)),
                Actor.MACHINE);
    }
}
