package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.MovingClock;
import org.rapporteur.Rows;

/** What the work table promises on every database: nothing is done twice at a time, and nothing is forgotten. */
abstract class WorkItemsContract {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final MovingClock clock = new MovingClock();
    private WorkItems work;
    private Rows rows;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        work = new WorkItems(rows.jdbc(), rows.transaction(), clock);
    }

    @Test
    void theOldestItemIsLentFirstAndOnlyOnce() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        work.add(call, 2, Stage.RECEIVED, "NOR");

        assertThat(claim(Stage.RECEIVED, "a")).map(WorkItem::subject).contains(1L);
        assertThat(claim(Stage.RECEIVED, "b")).map(WorkItem::subject).contains(2L);
        assertThat(claim(Stage.RECEIVED, "c")).isEmpty();
    }

    @Test
    void aBatchIsLentInOrderUpToItsSize() {
        for (long delivery = 1; delivery <= 3; delivery++) {
            work.add(call, delivery, Stage.RECEIVED, "KOR");
        }

        assertThat(work.claim(Stage.RECEIVED, "a", LEASE, 2)).extracting(WorkItem::subject).containsExactly(1L, 2L);
        assertThat(work.claim(Stage.RECEIVED, "b", LEASE, 2)).extracting(WorkItem::subject).containsExactly(3L);
    }

    @Test
    void ofALaneOnlyTheOldestIsInABatchThatLeavesExtracted() {
        work.add(call, 1, Stage.EXTRACTED, "KOR");
        work.add(call, 2, Stage.EXTRACTED, "KOR");
        work.add(call, 3, Stage.EXTRACTED, "NOR");

        assertThat(work.claim(Stage.EXTRACTED, "a", LEASE, 9)).extracting(WorkItem::subject).containsExactly(1L, 3L);
    }

    @Test
    void whatStandsAtAStageIsCountedWhetherItWaitsOrIsInHand() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        work.add(call, 2, Stage.RECEIVED, "NOR");
        work.add(call, 3, Stage.INDEXED, "DNK");
        claim(Stage.RECEIVED, "a");

        assertThat(work.standing()).containsExactly(Map.entry(Stage.RECEIVED, 2));
    }

    @Test
    void anAdvancedItemWaitsAtTheNextStage() {
        work.add(call, 1, Stage.RECEIVED, "KOR");

        assertThat(work.advance(claim(Stage.RECEIVED, "a").orElseThrow(), Stage.EXTRACTED)).isTrue();

        assertThat(claim(Stage.RECEIVED, "a")).isEmpty();
        assertThat(claim(Stage.EXTRACTED, "a")).map(WorkItem::subject).contains(1L);
    }

    @Test
    void whoseLeaseRanOutAndWasLentAgainCanNoLongerAdvance() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        WorkItem slow = claim(Stage.RECEIVED, "slow").orElseThrow();
        clock.move(LEASE.plusSeconds(1));
        WorkItem quick = claim(Stage.RECEIVED, "quick").orElseThrow();

        assertThat(work.advance(slow, Stage.EXTRACTED)).isFalse();
        assertThat(work.advance(quick, Stage.EXTRACTED)).isTrue();
    }

    @Test
    void evenTheSameOwnerCanNotAdvanceAnOlderClaim() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        WorkItem before = claim(Stage.RECEIVED, "a").orElseThrow();
        clock.move(LEASE.plusSeconds(1));
        claim(Stage.RECEIVED, "a");

        assertThat(work.advance(before, Stage.EXTRACTED)).isFalse();
    }

    @Test
    void aProlongedLeaseIsNotLentAgain() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        WorkItem item = claim(Stage.RECEIVED, "a").orElseThrow();
        clock.move(Duration.ofSeconds(90));
        work.prolong(item, LEASE);
        clock.move(Duration.ofSeconds(90));

        assertThat(claim(Stage.RECEIVED, "b")).isEmpty();
    }

    @Test
    void anOlderClaimProlongsNothing() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        WorkItem before = claim(Stage.RECEIVED, "a").orElseThrow();
        clock.move(LEASE.plusSeconds(1));
        claim(Stage.RECEIVED, "a");
        clock.move(Duration.ofSeconds(90));
        work.prolong(before, LEASE);
        clock.move(Duration.ofSeconds(90));

        assertThat(claim(Stage.RECEIVED, "b")).isPresent();
    }

    @Test
    void whatADeadProcessHeldIsClaimableAtOnceWhenTakenBack() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        claim(Stage.RECEIVED, "dead");
        assertThat(work.owners()).containsExactly("dead");

        work.takeBack("dead");

        assertThat(claim(Stage.RECEIVED, "alive")).isPresent();
    }

    @Test
    void aFailedItemWaitsAndCountsItsAttempts() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        work.retryAfter(claim(Stage.RECEIVED, "a").orElseThrow(), Duration.ofSeconds(10));

        assertThat(claim(Stage.RECEIVED, "a")).isEmpty();
        clock.move(Duration.ofSeconds(11));
        assertThat(claim(Stage.RECEIVED, "a")).map(WorkItem::attempts).contains(1);
    }

    @Test
    void aHeldItemIsFinishedForNow() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        assertThat(work.unfinished(List.of(1L))).isEqualTo(1);

        work.hold(claim(Stage.RECEIVED, "a").orElseThrow());

        assertThat(work.unfinished(List.of(1L))).isZero();
        assertThat(work.unfinished(WorkKind.DELIVERY)).isZero();
        assertThat(claim(Stage.RECEIVED, "a")).isEmpty();
    }

    @Test
    void aReleasedItemGoesOnFromWhereItWasHeldAndOnlyOnce() {
        work.add(call, 1, Stage.EXTRACTED, "KOR");
        WorkItem before = claim(Stage.EXTRACTED, "a").orElseThrow();
        work.hold(before);

        assertThat(work.release(WorkKind.DELIVERY, 1, null)).isTrue();
        assertThat(work.release(WorkKind.DELIVERY, 1, null)).isFalse();

        assertThat(work.advance(before, Stage.SPLIT)).isFalse();
        assertThat(claim(Stage.EXTRACTED, "b")).map(WorkItem::subject).contains(1L);
    }

    @Test
    void aReleasedItemMayGoBackFurther() {
        work.add(call, 1, Stage.EXTRACTED, "KOR");
        work.hold(claim(Stage.EXTRACTED, "a").orElseThrow());

        work.release(WorkKind.DELIVERY, 1, Stage.RECEIVED);

        assertThat(claim(Stage.RECEIVED, "a")).map(WorkItem::subject).contains(1L);
    }

    @Test
    void aReleasedDeliveryKeepsTheOrderOfItsNewLane() {
        work.add(call, 1, Stage.RECEIVED, null);
        work.hold(claim(Stage.RECEIVED, "a").orElseThrow());
        work.add(call, 2, Stage.EXTRACTED, "KOR");

        work.release(WorkKind.DELIVERY, 1, Stage.RECEIVED);
        work.changeLane(1, "KOR");

        assertThat(claim(Stage.EXTRACTED, "a")).isEmpty();
    }

    @Test
    void subjectsOfDifferentKindsWithTheSameKeyAreDifferentWork() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        work.add(call, WorkKind.LETTER, 1, Stage.TO_SEND, null, Duration.ofMinutes(1));

        assertThat(claim(Stage.TO_SEND, "a")).isEmpty();
        clock.move(Duration.ofSeconds(61));

        assertThat(claim(Stage.TO_SEND, "a")).map(WorkItem::kind).contains(WorkKind.LETTER);
        assertThat(work.unfinished(WorkKind.DELIVERY)).isEqualTo(1);
    }

    @Test
    void aCountrysDeliveriesAreAcceptedInTheOrderTheyCame() {
        work.add(call, 1, Stage.RECEIVED, "NOR");
        work.add(call, 2, Stage.RECEIVED, "NOR");
        WorkItem first = claim(Stage.RECEIVED, "a").orElseThrow();
        WorkItem second = claim(Stage.RECEIVED, "b").orElseThrow();

        work.advance(second, Stage.EXTRACTED);
        assertThat(claim(Stage.EXTRACTED, "b")).isEmpty();
        work.advance(first, Stage.EXTRACTED);

        assertThat(claim(Stage.EXTRACTED, "b")).map(WorkItem::subject).contains(1L);
    }

    @Test
    void manyClaimersShareTheWorkWithoutDoingAnyTwice() {
        IntStream.rangeClosed(1, 40).forEach(subject -> work.add(call, subject, Stage.RECEIVED, "C" + subject));
        ConcurrentLinkedQueue<Long> lent = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 8).parallel().forEach(claimer -> {
            for (Optional<WorkItem> item = claim(Stage.RECEIVED, "o" + claimer); item.isPresent(); item = claim(Stage.RECEIVED, "o" + claimer)) {
                lent.add(item.get().subject());
            }
        });

        assertThat(lent).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void recodingCanBeAskedForAgain() {
        work.add(call, WorkKind.RECODING, 7, Stage.TO_RECODE, null, Duration.ZERO);
        work.advance(claim(Stage.TO_RECODE, "a").orElseThrow(), Stage.RECODED);

        work.add(call, WorkKind.RECODING, 7, Stage.TO_RECODE, null, Duration.ZERO);

        assertThat(claim(Stage.TO_RECODE, "a")).map(WorkItem::subject).contains(7L);
    }

    @Test
    void recodingThatIsAskedForMeanwhileStartsAgain() {
        work.add(call, WorkKind.RECODING, 7, Stage.TO_RECODE, null, Duration.ZERO);
        WorkItem running = claim(Stage.TO_RECODE, "a").orElseThrow();

        work.add(call, WorkKind.RECODING, 7, Stage.TO_RECODE, null, Duration.ZERO);

        assertThat(work.advance(running, Stage.RECODED)).isFalse();
        assertThat(claim(Stage.TO_RECODE, "b")).map(WorkItem::subject).contains(7L);
    }

    @Test
    void aDeliveryIsPutToWorkOnlyOnce() {
        work.add(call, 1, Stage.RECEIVED, "KOR");
        WorkItem item = claim(Stage.RECEIVED, "a").orElseThrow();

        work.add(call, 1, Stage.RECEIVED, "KOR");

        assertThat(claim(Stage.RECEIVED, "b")).isEmpty();
        assertThat(work.advance(item, Stage.EXTRACTED)).isTrue();
    }

    private Optional<WorkItem> claim(Stage stage, String owner) {
        return work.claim(stage, owner, LEASE, 1).stream().findFirst();
    }
}
