package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;

/** What marks of readers promise on every database. */
abstract class ReadMarksContract {

    private static final Actor ANNA = new Actor("anna");

    private ReadMarks marks;
    private long call;
    private long submission;
    private long revision;

    abstract DataSource database();

    @BeforeEach
    void open() {
        Rows rows = new Rows(database());
        marks = new ReadMarks(rows.jdbc(), Clock.systemUTC());
        call = rows.call();
        long delivery = rows.delivery(call);
        submission = rows.submission(call, delivery, rows.part(call, delivery));
        revision = rows.jdbc().sql("SELECT id FROM revision WHERE submission_id = :id").param("id", submission).query(Long.class).single();
    }

    @Test
    void whoHasReadIsListedOnceAndMayTakeItBack() {
        marks.add(call, revision, ANNA);
        marks.add(call, revision, ANNA);
        marks.add(call, revision, new Actor("ruth"));
        assertThat(marks.of(submission)).extracting(ReadMarks.Mark::reader).containsExactly("anna", "ruth");

        marks.takeBack(revision, ANNA);

        assertThat(marks.of(submission)).singleElement().satisfies(mark -> {
            assertThat(mark.reader()).isEqualTo("ruth");
            assertThat(mark.revision()).isEqualTo(1);
        });
    }
}
