package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.Stores;
import org.rapporteur.submission.WorkItems;

/** What the outbox promises on every database. */
abstract class OutboxContract {

    private static final Actor RUTH = new Actor("ruth");

    private Rows rows;
    private AuditTrail audit;
    private WorkItems work;
    private Outbox outbox;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        Clock clock = Clock.systemUTC();
        audit = AuditTrails.on(rows.jdbc(), clock);
        work = Stores.work(rows, clock);
        outbox = Outboxes.on(rows, clock);
    }

    @Test
    void aLetterIsWrittenWithWhatItReportsOrNotAtAll() {
        rows.transaction().executeWithoutResult(status -> {
            outbox.write(letter(LetterKind.ALARM, "disk", "ruth@secretariat.example"));
            status.setRollbackOnly();
        });

        assertThat(work.standing()).isEmpty();
        assertThat(outbox.write(letter(LetterKind.ALARM, "disk", "ruth@secretariat.example"))).isPresent();
        assertThat(work.standing()).containsEntry(Stage.TO_SEND, 1);
    }

    @Test
    void theSameOccasionIsTheSameLetter() {
        Letter first = outbox.write(letter(LetterKind.RECEIPT, "receipt of delivery 1", "paper@kor.example")).orElseThrow();

        assertThat(outbox.write(letter(LetterKind.RECEIPT, "receipt of delivery 1", "paper@kor.example"))).contains(first);
    }

    @Test
    void aLetterWaitsForApproval() {
        Letter letter = outbox.write(letter(LetterKind.RECEIPT, "receipt of delivery 1", "paper@kor.example")).orElseThrow();
        assertThat(letter.state()).isEqualTo(LetterState.WAITS_FOR_APPROVAL);
        assertThat(work.standing()).isEmpty();

        outbox.approve(letter.id(), RUTH);
        outbox.withdraw(letter.id(), RUTH);
        outbox.approve(letter.id(), RUTH);

        assertThat(outbox.withMessageId(letter.envelope().messageId()).orElseThrow().state()).isEqualTo(LetterState.WITHDRAWN);
        assertThat(audit.latest(5)).extracting(AuditEntry::act).containsExactly("letter-withdrawn", "letter-approved");
    }

    @Test
    void aLetterThatEndedIsSentAgainUnderTheSameMessageId() {
        Letter letter = outbox.write(letter(LetterKind.ALARM, "disk", "ruth@secretariat.example")).orElseThrow();
        outbox.withdraw(letter.id(), RUTH);

        outbox.sendAgain(letter.id(), RUTH);

        Letter again = outbox.withMessageId(letter.envelope().messageId()).orElseThrow();
        assertThat(again.state()).isEqualTo(LetterState.TO_SEND);
        assertThat(work.standing()).containsEntry(Stage.TO_SEND, 1);
    }

    @Test
    void nothingIsWrittenToTheOwnAddressAndTheAuditTellsWhy() {
        assertThat(outbox.write(letter(LetterKind.RECEIPT, "receipt of delivery 1", "Papers@intake.example"))).isEmpty();

        assertThat(audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("letter-not-written");
            assertThat(entry.detail()).contains("our own address");
        });
    }

    private NewLetter letter(LetterKind kind, String occasion, String recipient) {
        return new NewLetter(call, kind, occasion, null, null, recipient, Locale.ENGLISH, "Subject", "Text", "<p>Text</p>");
    }
}
