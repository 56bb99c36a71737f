package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.PassageStores;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What samples for double coding promise on every database. */
abstract class SamplesContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");
    private static final Actor MARY = new Actor("mary");
    private static final BlindCode GRANTS = new BlindCode(new CodeId("conditional-grants"), Status.TRIAL, Outcome.SUCCESS);
    private static final BlindCode LAW = new BlindCode(new CodeId("law"), Status.IN_PLACE, Outcome.NONE);

    private Rows rows;
    private Samples samples;
    private Decisions decisions;
    private Codings codings;
    private Call call;
    private List<CitedPassage> passages;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        decisions = DecisionsContract.store(rows);
        codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
        samples = new Samples(rows.jdbc(), decisions, AuditTrails.on(rows.jdbc(), Clock.systemUTC()), rows.transaction(), Clock.systemUTC());
        long id = rows.call();
        call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        List<Long> extractions = new ArrayList<>();
        for (int size : new int[] {20, 4, 4}) {
            long delivery = rows.delivery(id);
            long part = rows.part(id, delivery);
            rows.submission(id, delivery, part);
            long extraction = rows.extraction(id, part);
            extractions.add(extraction);
            for (int i = 0; i < size; i++) {
                rows.passage(id, extraction, "Paper %d says %d.".formatted(extraction, i));
            }
        }
        passages = PassageStores.on(rows).cited(extractions);
    }

    @Test
    void papersTakeTurnsAndTheSeedDrawsTheSameAgain() {
        List<Long> drawn = Samples.drawn(plan("one", 9, 0), passages, Set.of());

        Map<SubmissionNumber, Long> byPaper = passages.stream().filter(passage -> drawn.contains(passage.passage().id()))
                .collect(Collectors.groupingBy(CitedPassage::submission, Collectors.counting()));
        assertThat(byPaper).hasSize(3).allSatisfy((paper, count) -> assertThat(count).isEqualTo(3));
        assertThat(Samples.drawn(plan("another name", 9, 0), passages.reversed(), Set.of())).isEqualTo(drawn);
        assertThat(Samples.drawn(new SamplePlan("one", 9, 0, "other seed", ANNA, RUTH), passages, Set.of())).isNotEqualTo(drawn);
    }

    @Test
    void soManyHaveAProposalAsThePlanSaysAndWhereThereAreTooFewTheOthersFillUp() {
        Set<Long> coded = passages.stream().limit(10).map(passage -> passage.passage().id()).collect(Collectors.toSet());

        assertThat(Samples.drawn(plan("half", 12, 50), passages, coded)).hasSize(12).doesNotHaveDuplicates().satisfies(drawn -> assertThat(both(drawn, coded)).isEqualTo(6));
        assertThat(Samples.drawn(plan("more than there are", 20, 90), passages, coded)).hasSize(20).satisfies(drawn -> assertThat(both(drawn, coded)).isEqualTo(10));
        assertThat(Samples.drawn(plan("too few without", 25, 0), passages, coded)).hasSize(25).satisfies(drawn -> assertThat(both(drawn, coded)).isEqualTo(7));
        assertThat(Samples.drawn(plan("all", 100, 50), passages, coded)).hasSize(28);
    }

    @Test
    void whatIsSaidBlindCountsNowhereAndMayBeChangedUntilBothAreDone() {
        Sample sample = draw(2);
        assertThat(samples.code(call, sample.id(), 1, List.of(GRANTS), ANNA)).isTrue();
        assertThat(samples.code(call, sample.id(), 1, List.of(LAW, GRANTS), ANNA)).isTrue();
        assertThat(samples.code(call, sample.id(), 2, List.of(), ANNA)).isTrue();
        assertThat(samples.code(call, sample.id(), 1, List.of(LAW), RUTH)).isTrue();

        assertThat(codings.effective(call)).isEmpty();
        assertThat(decisions.standing(passages.stream().map(passage -> passage.passage().extraction()).toList())).isEmpty();
        sample = samples.find(call, sample.id()).orElseThrow();
        assertThat(samples.said(sample, ANNA)).isEqualTo(Map.of(1, List.of(LAW, GRANTS)));
        assertThat(samples.said(sample, RUTH)).isEqualTo(Map.of(1, List.of(LAW)));
        assertThat(sample.isComplete()).isFalse();
        assertThat(sample.next(RUTH, 1)).contains(2);
        assertThat(sample.next(ANNA, 1)).isEmpty();

        assertThat(samples.code(call, sample.id(), 2, List.of(), RUTH)).isTrue();
        assertThat(samples.find(call, sample.id()).orElseThrow().isComplete()).isTrue();
        assertThat(samples.code(call, sample.id(), 2, List.of(LAW), RUTH)).as("both are done").isFalse();
    }

    @Test
    void onlyItsCodersCodeItAndOnlyWhatIsInIt() {
        Sample sample = draw(2);

        assertThat(samples.code(call, sample.id(), 1, List.of(GRANTS), MARY)).isFalse();
        assertThat(samples.code(call, sample.id(), 3, List.of(GRANTS), ANNA)).isFalse();
        assertThat(samples.code(call, sample.id() + 1, 1, List.of(GRANTS), ANNA)).isFalse();
        assertThat(samples.of(call)).containsExactly(samples.find(call, sample.id()).orElseThrow());
    }

    @Test
    void aNameIsTakenOnceAndNothingIsDrawnFromNothing() {
        draw(2);

        assertThat(samples.draw(call, plan("spring", 3, 0), passages, Set.of(), MARY)).isEmpty();
        assertThat(samples.draw(call, plan("none", 3, 0), List.of(), Set.of(), MARY)).isEmpty();
    }

    private static int both(List<? extends Long> drawn, Set<Long> coded) {
        Set<Long> both = new HashSet<>(drawn);
        both.retainAll(coded);
        return both.size();
    }

    private Sample draw(int size) {
        return samples.draw(call, plan("spring", size, 0), passages, Set.of(), MARY).orElseThrow();
    }

    private static SamplePlan plan(String name, int size, int proposed) {
        return new SamplePlan(name, size, proposed, "seed", ANNA, RUTH);
    }
}
