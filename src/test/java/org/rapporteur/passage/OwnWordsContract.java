package org.rapporteur.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What is kept of words that are not a country's own, on every database. */
abstract class OwnWordsContract {

    private static final String TEMPLATE = "In line with the framework agreed by the ministers in the spring, each administration reports on measures taken.";
    private static final Actor ANNA = new Actor("anna");

    private Rows rows;
    private final List<Object> told = new ArrayList<>();
    private OwnWords ownWords;
    private Call call;
    private long part;
    private long extraction;
    private long passage;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        rows = new Rows(source);
        ownWords = new OwnWords(rows.jdbc(), new NamedParameterJdbcTemplate(source), PassageStores.on(rows), AuditTrails.on(rows.jdbc(), Clock.systemUTC()),
                rows.transaction(), Clock.systemUTC(), told::add);
        long id = rows.call();
        call = new Call(id, rows.callRevision(id), CallContents.small(), "");
        long delivery = rows.delivery(id);
        part = rows.part(id, delivery);
        rows.submission(id, delivery, part);
        extraction = rows.extraction(id, part);
        passage = rows.passage(id, extraction, TEMPLATE);
    }

    @Test
    void aLaterPaperMarksTheEarlierOneTooAndNothingIsDoneTwice() {
        assertThat(ownWords.noEvidence(call)).isEmpty();
        assertThat(ownWords.refresh(call)).as("nothing has changed").isFalse();

        long theirs = neighbour("NOR");
        assertThat(ownWords.noEvidence(call)).as("one other country says it too").isEmpty();
        long others = neighbour("SWE");

        assertThat(ownWords.noEvidence(call)).containsExactlyInAnyOrder(passage, theirs, others);
        assertThat(ownWords.of(List.of(extraction)).get(passage).shared()).isPositive();
        assertThat(ownWords.refresh(call)).isFalse();
    }

    @Test
    void whatAPersonDeclaredStaysEvidenceInEveryReadingUntilItIsTakenBack() {
        long theirs = neighbour("NOR");
        long others = neighbour("SWE");
        assertThat(ownWords.declare(passage, ANNA)).isTrue();
        assertThat(ownWords.declare(passage, ANNA)).as("of two clicks the second").isFalse();
        assertThat(ownWords.noEvidence(call)).containsExactlyInAnyOrder(theirs, others);
        assertThat(ownWords.of(List.of(extraction)).get(passage).declaredBy()).isEqualTo("anna");

        long again = rows.extraction(call.id(), part);
        long same = rows.passage(call.id(), again, TEMPLATE);
        assertThat(ownWords.noEvidence(call)).containsExactlyInAnyOrder(theirs, others);
        assertThat(ownWords.of(List.of(again)).get(same).own()).isEqualTo(ownWords.of(List.of(again)).get(same).words());

        assertThat(ownWords.undo(same, ANNA)).isTrue();
        assertThat(ownWords.undo(same, ANNA)).isFalse();
        assertThat(ownWords.noEvidence(call)).containsExactlyInAnyOrder(same, theirs, others);
    }

    @Test
    void whatIsKnownOtherwiseThanBeforeIsToldOnce() {
        neighbour("NOR");
        neighbour("SWE");
        ownWords.refresh(call);
        assertThat(told).singleElement().satisfies(event -> assertThat(((OwnWordsChanged) event).extractions()).hasSize(3).contains(extraction));
        told.clear();

        ownWords.refresh(call);
        assertThat(told).isEmpty();
        ownWords.declare(passage, ANNA);
        assertThat(told).containsExactly(new OwnWordsChanged(call.id(), Set.of(extraction)));
    }

    /** Another country says the same; the key of its passage. */
    private long neighbour(String country) {
        long delivery = rows.delivery(call.id());
        long other = rows.part(call.id(), delivery);
        long theirs = rows.submission(call.id(), delivery, other);
        rows.jdbc().sql("UPDATE submission_country SET country = :country WHERE submission_id = :id").param("country", country).param("id", theirs).update();
        return rows.passage(call.id(), rows.extraction(call.id(), other), TEMPLATE);
    }
}
