package org.rapporteur.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;

/** What the store of calls promises on every database. */
abstract class CallsContract {

    private static final String YAML = CallReaderTest.GOOD;

    private Calls calls;
    private Rows rows;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        calls = new Calls(rows.jdbc(), rows.transaction(), Clock.systemUTC(), "MCH-2004");
    }

    @Test
    void anImportedCallIsTheCurrentOne() {
        Call added = calls.add(file("codebook"), "anna");

        assertThat(calls.current()).isEqualTo(added);
        assertThat(added.content().title()).isEqualTo("Making Change Happen");
        assertThat(added.codebook()).isEqualTo("codebook");
    }

    @Test
    void theSameContentAgainIsNoNewRevision() {
        Call first = calls.add(file("codebook"), "anna");

        assertThat(calls.add(file("codebook"), "anna").revision()).isEqualTo(first.revision());
    }

    @Test
    void anotherContentIsTheNextRevisionOfTheSameCall() {
        Call first = calls.add(file("codebook"), "anna");

        Call second = calls.add(file("a better codebook"), "anna");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(calls.current().codebook()).isEqualTo("a better codebook");
        assertThat(rows.jdbc().sql("SELECT COUNT(*) FROM call_revision").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theContactsInForceAreThoseOfTheLatestRevision() {
        calls.add(file("one"), "anna");
        calls.add(file("two"), "anna");

        assertThat(rows.jdbc().sql("SELECT address FROM contact").query(String.class).list()).containsExactly("paper@kor.example");
    }

    private static CallFile file(String codebook) {
        return switch (CallReader.read(YAML)) {
            case CallReading.Good good -> new CallFile(good.content(), YAML, codebook);
            case CallReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
