package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.submission.SubmissionNumber;

/** What the register of examples promises on every database. */
abstract class ExamplesContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");

    private Rows rows;
    private Examples examples;
    private Call call;
    private SubmissionNumber paper;
    private long submission;
    private long passage;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        examples = new Examples(rows.jdbc(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), rows.transaction(), Clock.systemUTC());
        long id = rows.call();
        call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        long delivery = rows.delivery(id);
        long part = rows.part(id, delivery);
        submission = rows.submission(id, delivery, part);
        paper = new SubmissionNumber(rows.jdbc().sql("SELECT number FROM submission WHERE id = :id").param("id", submission).query(String.class).single());
        passage = rows.passage(id, rows.extraction(id, part), "The harbour register was opened in 1999.");
    }

    @Test
    void whatIsConfirmedIsKeptWithThePassagesOfEachField() {
        Map<ExampleField, Stated> fields = Map.of(ExampleField.NAME, stated("Harbour register"), ExampleField.SINCE, stated("1999"));
        long id = examples.add(call, paper, "harbour register", fields, Outcome.SUCCESS, false, ANNA).orElseThrow();

        assertThat(examples.of(call)).containsExactly(examples.find(call, id).orElseThrow()).singleElement().satisfies(one -> {
            assertThat(one.fields()).isEqualTo(fields);
            assertThat(one.name()).isEqualTo("Harbour register");
            assertThat(one.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(one.by()).isEqualTo("anna");
            assertThat(one.passages()).containsExactly(passage);
        });
    }

    @Test
    void whatSomebodyDecidedOnIsNotProposedAgainAndNotAddedTwice() {
        examples.add(call, paper, "The Harbour register", named("Register of harbours"), Outcome.NONE, true, ANNA);
        ProposedExample proposed = new ProposedExample(paper, named("harbour register"), Outcome.SUCCESS);

        assertThat(Examples.isKnown(proposed, examples.known(call))).isTrue();
        assertThat(Examples.isKnown(new ProposedExample(paper, named("ferry register"), Outcome.SUCCESS), examples.known(call))).isFalse();
        assertThat(examples.add(call, paper, "harbour register", named("harbour register"), Outcome.SUCCESS, false, RUTH)).isEmpty();
        assertThat(examples.of(call)).singleElement().satisfies(one -> assertThat(one.dismissed()).isTrue());
    }

    @Test
    void nobodyOverwritesWhatSomebodyElseSaid() {
        long id = examples.add(call, paper, "register", named("register"), Outcome.NONE, false, ANNA).orElseThrow();
        Example seen = examples.find(call, id).orElseThrow();

        assertThat(examples.change(call, seen, named("harbour register"), Outcome.BOTH, false, RUTH)).isTrue();
        assertThat(examples.change(call, seen, named("other register"), Outcome.NONE, true, ANNA)).isFalse();

        assertThat(examples.find(call, id).orElseThrow()).satisfies(now -> {
            assertThat(now.name()).isEqualTo("harbour register");
            assertThat(now.version()).isEqualTo(2);
            assertThat(now.dismissed()).isFalse();
        });
    }

    @Test
    void wordsThatThePaperNoLongerSaysAreLost() {
        examples.add(call, paper, "register", named("register"), Outcome.NONE, false, ANNA);
        assertThat(examples.lost(call)).isEmpty();

        long delivery = rows.delivery(call.id());
        long next = rows.part(call.id(), delivery);
        rows.revision(call.id(), submission, 2, delivery, next);
        rows.passage(call.id(), rows.extraction(call.id(), next), "Nothing is said of it.");

        assertThat(examples.lost(call)).containsExactly(passage);
    }

    private Map<ExampleField, Stated> named(String name) {
        return Map.of(ExampleField.NAME, stated(name));
    }

    private Stated stated(String text) {
        return new Stated(text, List.of(passage));
    }
}
