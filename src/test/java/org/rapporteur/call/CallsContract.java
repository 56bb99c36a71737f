package org.rapporteur.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.country.CountryCode;

/** What the store of calls promises on every database. */
abstract class CallsContract {

    private static final String YAML = CallReaderTest.GOOD;

    private static final Actor ANNA = new Actor("anna");

    private Calls calls;
    private Rows rows;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        calls = new Calls(rows.jdbc(), rows.transaction(), AuditTrails.on(rows.jdbc(), Clock.systemUTC()), Clock.systemUTC(), "MCH-2004");
    }

    @Test
    void anImportedCallIsTheCurrentOne() {
        Call added = calls.add(file("codebook"), ANNA);

        assertThat(calls.current()).isEqualTo(added);
        assertThat(added.content().title()).isEqualTo("Making Change Happen");
        assertThat(added.codebook()).isEqualTo("codebook");
    }

    @Test
    void theSameContentAgainIsNoNewRevision() {
        Call first = calls.add(file("codebook"), ANNA);

        assertThat(calls.add(file("codebook"), ANNA).revision()).isEqualTo(first.revision());
    }

    @Test
    void anotherContentIsTheNextRevisionOfTheSameCall() {
        Call first = calls.add(file("codebook"), ANNA);

        Call second = calls.add(file("a better codebook"), ANNA);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(calls.current().codebook()).isEqualTo("a better codebook");
        assertThat(rows.jdbc().sql("SELECT COUNT(*) FROM call_revision").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theContactsInForceAreThoseOfTheLatestRevision() {
        calls.add(file("one"), ANNA);
        calls.add(file("two"), ANNA);

        assertThat(rows.jdbc().sql("SELECT address FROM contact").query(String.class).list()).containsExactly("paper@kor.example");
    }

    @Test
    void contentThatWasImportedBeforeDoesNotComeBackOverALaterRevision() {
        calls.add(file("as shipped"), Actor.MACHINE);
        calls.add(file("as changed"), ANNA);

        calls.add(file("as shipped"), Actor.MACHINE);

        assertThat(calls.current().codebook()).isEqualTo("as changed");
    }

    @Test
    void aContactThatAPersonAddedIsKnownAtOnceAndSurvivesAnImport() {
        Call call = calls.add(file("one"), ANNA);

        calls.addContact(call.id(), contact("NOR", "new@nor.example"), ANNA);
        assertThat(calls.current().contact("New@nor.example")).map(Contact::country).contains(new CountryCode("NOR"));
        calls.add(file("two"), ANNA);

        assertThat(calls.current().contact("new@nor.example")).isPresent();
    }

    @Test
    void aContactFromTheFileThatAPersonConfirmedStaysWhenTheFileDropsIt() {
        Call call = calls.add(file("one"), ANNA);
        calls.addContact(call.id(), contact("KOR", "paper@kor.example"), ANNA);

        calls.add(file("two", YAML.replace("Paper@KOR.example", "other@kor.example")), ANNA);

        assertThat(calls.current().contacts()).extracting(Contact::address).containsExactlyInAnyOrder("paper@kor.example", "other@kor.example");
    }

    @Test
    void anAddressOfTwoCountriesIsNoContactOfEither() {
        Call call = calls.add(file("one"), ANNA);

        calls.addContact(call.id(), contact("NOR", "paper@kor.example"), ANNA);

        assertThat(calls.current().contact("paper@kor.example")).isEmpty();
        assertThat(calls.current().countriesOf("paper@kor.example")).containsExactly(new CountryCode("KOR"), new CountryCode("NOR"));
    }

    @Test
    void importsAndContactsAreInTheAudit() {
        Call call = calls.add(file("one"), Actor.MACHINE);

        calls.addContact(call.id(), contact("NOR", "new@nor.example"), ANNA);

        assertThat(AuditTrails.on(rows.jdbc(), Clock.systemUTC()).latest(2)).extracting(AuditEntry::act, AuditEntry::actor)
                .containsExactly(tuple("contact-added", ANNA), tuple("call-imported", Actor.MACHINE));
    }

    private static Contact contact(String country, String address) {
        return new Contact(new CountryCode(country), address, ContactRole.AUTHOR, Locale.ENGLISH);
    }

    private static CallFile file(String codebook) {
        return file(codebook, YAML);
    }

    private static CallFile file(String codebook, String yaml) {
        return switch (CallReader.read(yaml)) {
            case CallReading.Good good -> new CallFile(good.content(), yaml, codebook);
            case CallReading.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
