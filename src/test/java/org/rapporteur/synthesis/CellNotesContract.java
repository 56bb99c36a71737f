package org.rapporteur.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;

/** What notes in the matrix promise on every database. */
abstract class CellNotesContract {

    private static final Actor ANNA = new Actor("anna");
    private static final Actor RUTH = new Actor("ruth");
    private static final CodeId FUNDING = new CodeId("incentives-funding");
    private static final CountryCode KOREA = new CountryCode("KOR");

    private CellNotes notes;
    private long call;
    private long passage;

    abstract DataSource database();

    @BeforeEach
    void open() {
        Rows rows = new Rows(database());
        notes = new CellNotes(rows.jdbc(), rows.transaction(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC());
        call = rows.call();
        long delivery = rows.delivery(call);
        long part = rows.part(call, delivery);
        rows.submission(call, delivery, part);
        passage = rows.passage(call, rows.extraction(call, part), "A central fund pays for projects.");
    }

    @Test
    void aNoteIsKeptWithItsPassagesAndEveryVersionStays() {
        write("A central fund.", 0, ANNA);
        write("A central fund since 2001.", 1, RUTH);

        assertThat(notes.of(call)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("A central fund since 2001.");
            assertThat(note.passages()).containsExactly(passage);
            assertThat(note.by()).isEqualTo("ruth");
        });
        assertThat(notes.history(call, FUNDING, KOREA)).extracting(CellNote::by).containsExactly("anna", "ruth");
    }

    @Test
    void nobodyOverwritesWhatWasWrittenMeanwhile() {
        write("A central fund.", 0, ANNA);

        assertThat(write("No fund.", 0, RUTH)).isInstanceOfSatisfying(CellNotes.Overtaken.class, overtaken -> assertThat(overtaken.by().by()).isEqualTo("anna"));
        assertThat(notes.of(call)).extracting(CellNote::text).containsExactly("A central fund.");
    }

    @Test
    void twentyFiveWordsAreANoteAndTwentySixAreNot() {
        assertThat(write("word ".repeat(25), 0, ANNA)).isInstanceOf(CellNotes.Kept.class);
        assertThat(write("word ".repeat(26), 1, ANNA)).isInstanceOf(CellNotes.Refused.class);
        assertThat(notes.write(call, FUNDING, KOREA, "No passage.", List.of(), 1, ANNA)).isInstanceOf(CellNotes.Refused.class);
    }

    @Test
    void aNoteIsConfirmedOnceAndANewVersionIsNot() {
        CellNote first = ((CellNotes.Kept) write("A central fund.", 0, ANNA)).note();
        assertThat(notes.confirm(call, first.id(), RUTH)).isTrue();
        assertThat(notes.confirm(call, first.id(), ANNA)).isFalse();
        assertThat(notes.of(call)).extracting(CellNote::confirmedBy).containsExactly("ruth");

        write("A central fund of 40 million.", 1, ANNA);

        assertThat(notes.of(call)).extracting(CellNote::confirmedBy).containsOnlyNulls();
        assertThat(notes.confirm(call, first.id(), RUTH)).as("it stands no more").isFalse();
    }

    @Test
    void aNoteThatIsTakenAwayIsInNoListAndComesBack() {
        write("A central fund.", 0, ANNA);
        notes.write(call, FUNDING, KOREA, "", List.of(), 1, ANNA);
        assertThat(notes.of(call)).isEmpty();

        write("A central fund.", 2, ANNA);
        assertThat(notes.of(call)).hasSize(1);
    }

    private CellNotes.Written write(String text, int seen, Actor actor) {
        return notes.write(call, FUNDING, KOREA, text, List.of(passage), seen, actor);
    }
}
