package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.Stores;
import org.rapporteur.submission.WorkItems;

/** What the outbox promises on every database. */
abstract class OutboxContract {

    private static final Actor RUTH = new Actor("ruth");

    @TempDir
    Path folder;

    private Rows rows;
    private AuditTrail audit;
    private WorkItems work;
    private Outbox outbox;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = call("approve").id();
        Clock clock = Clock.systemUTC();
        audit = AuditTrails.on(rows.jdbc(), clock);
        work = Stores.work(rows, clock);
        outbox = Outboxes.on(rows, clock, folder);
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

        assertThat(outbox.withMessageId(letter.head().messageId()).orElseThrow().state()).isEqualTo(LetterState.WITHDRAWN);
        assertThat(audit.latest(2)).extracting(AuditEntry::act).containsExactly("letter-withdrawn", "letter-approved");
    }

    @Test
    void aLetterThatEndedIsSentAgainUnderTheSameMessageId() {
        Letter letter = outbox.write(letter(LetterKind.ALARM, "disk", "ruth@secretariat.example")).orElseThrow();
        outbox.withdraw(letter.id(), RUTH);

        outbox.sendAgain(letter.id(), RUTH);

        Letter again = outbox.withMessageId(letter.head().messageId()).orElseThrow();
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

    @Test
    void whereTheCallSaysSoReceiptsGoOutOfThemselvesAndQuestionsDoNot() {
        call("automatic");

        assertThat(outbox.write(letter(LetterKind.RECEIPT, "a", "paper@kor.example")).orElseThrow().state()).isEqualTo(LetterState.TO_SEND);
        assertThat(outbox.write(letter(LetterKind.QUESTION, "b", "paper@kor.example")).orElseThrow().state())
                .isEqualTo(LetterState.WAITS_FOR_APPROVAL);
    }

    @Test
    void whereTheCallSaysSoNobodyIsWrittenToSaveTheSecretariat() {
        call("off");

        assertThat(outbox.write(letter(LetterKind.RECEIPT, "a", "paper@kor.example"))).isEmpty();
        assertThat(outbox.write(letter(LetterKind.ALARM, "b", "ruth@secretariat.example"))).isPresent();
    }

    @Test
    void anAnswerBelongsToTheConversationOfTheMail() {
        long delivery = mail("Message-ID: <2@kor.example>\r\nReferences: <0@kor.example> <1@kor.example>\r\n");

        Letter letter = outbox.write(answer(LetterKind.RECEIPT, delivery)).orElseThrow();

        assertThat(letter.head().inReplyTo()).isEqualTo("<2@kor.example>");
        assertThat(letter.head().references()).isEqualTo("<0@kor.example> <1@kor.example> <2@kor.example>");
        assertThat(letter.head().messageId()).endsWith("@intake.example>");
    }

    @Test
    void aMachineIsNotAnsweredNotEvenByAPerson() {
        long delivery = mail("Auto-Submitted: auto-replied\r\n");

        assertThat(outbox.write(answer(LetterKind.RECEIPT, delivery))).isEmpty();
        assertThat(outbox.write(answer(LetterKind.QUESTION, delivery))).isEmpty();
        assertThat(audit.latest(1)).singleElement().satisfies(entry -> assertThat(entry.detail()).contains("A machine wrote it"));
    }

    @Test
    void whoeverMayNotHaveSentItIsNotWrittenTo() {
        long forged = mail("Message-ID: <2@kor.example>\r\n", Authentication.FAILED);
        long silent = mail("Message-ID: <3@kor.example>\r\n", Authentication.MISSING);

        assertThat(outbox.write(answer(LetterKind.NOTICE, forged))).isEmpty();
        assertThat(outbox.write(answer(LetterKind.RECEIPT, silent))).isEmpty();
        assertThat(outbox.write(answer(LetterKind.RECEIPT, mail("Message-ID: <4@kor.example>\r\n", Authentication.VOUCHED)))).isPresent();
    }

    @Test
    void whatCameAsAFileIsNotAnsweredUnlessAPersonAsks() {
        long delivery = rows.delivery(call);

        assertThat(outbox.write(answer(LetterKind.RECEIPT, delivery))).isEmpty();
        assertThat(outbox.write(answer(LetterKind.QUESTION, delivery))).isPresent();
    }

    private Call call(String letters) {
        return CallContents.imported(CallContents.store(rows),
                "letters: %s\nenquiries: {name: The secretariat, address: ask@secretariat.example}\n".formatted(letters));
    }

    private long mail(String head) {
        return mail(head, Authentication.UNCHECKED);
    }

    private long mail(String head, Authentication authentication) {
        Sha256 original = Stores.originals(folder, rows).keep((head + "\r\nText").getBytes(StandardCharsets.US_ASCII));
        return Stores.deliveries(rows, Clock.systemUTC()).add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, head, original,
                "paper@kor.example", "Paper", null, null, null, null, false, authentication)).id();
    }

    private NewLetter answer(LetterKind kind, long delivery) {
        return new NewLetter(call, kind, kind + " of delivery " + delivery, delivery, null, "paper@kor.example", Locale.ENGLISH, "Subject",
                "Text", "<p>Text</p>");
    }

    private NewLetter letter(LetterKind kind, String occasion, String recipient) {
        return new NewLetter(call, kind, occasion, null, null, recipient, Locale.ENGLISH, "Subject", "Text", "<p>Text</p>");
    }
}
