package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.submission.SubmissionNumber;

/** What assignments promise on every database. */
abstract class AssignmentsContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");
    private static final LocalDate JUNE = LocalDate.of(2004, 6, 15);

    private Assignments assignments;
    private long call;
    private SubmissionNumber paper;

    abstract DataSource database();

    @BeforeEach
    void open() {
        Rows rows = new Rows(database());
        assignments = new Assignments(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC());
        call = rows.call();
        long delivery = rows.delivery(call);
        long submission = rows.submission(call, delivery, rows.part(call, delivery));
        paper = new SubmissionNumber(rows.jdbc().sql("SELECT number FROM submission WHERE id = :id").param("id", submission).query(String.class).single());
    }

    @Test
    void aPaperIsGivenOnceAndItsPartsApart() {
        assertThat(assignments.give(call, paper, "", ANNA, "all of it", JUNE, RUTH)).isPresent();
        assertThat(assignments.give(call, paper, "", ANNA, "again", null, RUTH)).isEmpty();
        assertThat(assignments.give(call, paper, "Incentives", ANNA, "", null, RUTH)).isPresent();
        assertThat(assignments.give(call, new SubmissionNumber("MCH-2004-XXX-999"), "", ANNA, "", null, RUTH)).isEmpty();

        assertThat(assignments.of(call)).extracting(Assignment::section).containsExactly("", "Incentives");
        assertThat(assignments.of(call).getFirst()).satisfies(one -> {
            assertThat(one.due()).isEqualTo(JUNE);
            assertThat(one.by()).isEqualTo("ruth");
            assertThat(one.done()).isNull();
        });
    }

    @Test
    void onlyTheAssigneeIsDoneAndMayGoOnAfterwards() {
        long id = assignments.give(call, paper, "", ANNA, "", null, RUTH).orElseThrow();
        assertThat(assignments.done(call, id, true, RUTH)).isFalse();
        assertThat(assignments.done(call, id, true, ANNA)).isTrue();
        assertThat(assignments.done(call, id, true, ANNA)).isFalse();
        assertThat(assignments.of(call).getFirst().done()).isNotNull();

        assertThat(assignments.done(call, id, false, ANNA)).isTrue();
        assertThat(assignments.of(call).getFirst().done()).isNull();
    }

    @Test
    void whatIsTakenBackIsInNoListAndCanBeGivenAnew() {
        long id = assignments.give(call, paper, "", ANNA, "", null, RUTH).orElseThrow();

        assertThat(assignments.remove(call, id, RUTH)).isTrue();
        assertThat(assignments.remove(call, id, RUTH)).isFalse();
        assertThat(assignments.of(call)).isEmpty();
        assertThat(assignments.give(call, paper, "", ANNA, "", null, RUTH)).isPresent();
    }
}
