package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Databases;
import org.rapporteur.MovingClock;
import org.rapporteur.Rows;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.Outboxes;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Stores;
import org.springframework.util.unit.DataSize;

/** What the mailbox promises, whichever IMAP server keeps it. */
abstract class MailboxContract {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private Rows rows;
    private Deliveries deliveries;
    private long call;
    private Mailbox mailbox;
    private Pulse pulse;
    private Reconciliation reconciliation;

    abstract void start() throws Exception;

    abstract void stop();

    abstract int port();

    abstract int pop3Port();

    abstract String user();

    abstract String password();

    @BeforeEach
    void open() throws Exception {
        start();
        rows = new Rows(Databases.h2());
        deliveries = Stores.deliveries(rows, clock);
        mailbox = mailbox(settings("imap", port(), true));
    }

    @AfterEach
    void close() {
        stop();
    }

    @Test
    void aMessageIsOneDeliveryHoweverOftenOneLooks() throws Exception {
        append("Paper 1");

        mailbox.look();
        mailbox.look();
        mailbox(settings("imap", port(), true)).look();

        assertThat(came()).extracting(Delivery::subject).containsExactly("Paper 1");
        assertThat(came().getFirst().key()).matches("\\Q" + user() + " on 127.0.0.1\\E/INBOX/\\d+/\\d+");
        assertThat(pulse.alarms()).isEmpty();
    }

    @Test
    void aMailThatTheServerHoldsTwiceIsADuplicateOfItself() throws Exception {
        String raw = "From: a@b.example\r\nMessage-ID: <1@b.example>\r\nSubject: Paper\r\n\r\nText\r\n";
        appendRaw(raw);
        mailbox.look();
        deliveries.decide(came().getFirst().id(), Delivery.Decided.held("unknown-sender", "Who is it?"));
        appendRaw(raw);
        mailbox.look();

        assertThat(came()).hasSize(2);
        assertThat(came().getLast().decision()).satisfies(decision -> assertThat(decision.rule()).isEqualTo("same-bytes"))
                .satisfies(decision -> assertThat(decision.duplicateOf()).isEqualTo(came().getFirst().id()));
    }

    @Test
    void aServerSetUpAnewMayGiveTheSameNumberToAnotherMail() throws Exception {
        appendRaw("From: a@b.example\r\nMessage-ID: <2@b.example>\r\nSubject: Another\r\n\r\nText\r\n");
        mailbox.look();
        rows.jdbc().sql("UPDATE delivery SET message_id = '<1@b.example>', sha256 = (SELECT MIN(sha256) FROM original)").update();

        mailbox(settings("imap", port(), true)).look();
        mailbox(settings("imap", port(), true)).look();

        assertThat(came()).extracting(Delivery::messageId).containsExactly("<1@b.example>", "<2@b.example>");
    }

    @Test
    void whatIsDecidedIsMovedAndWhatComesAfterwardsIsTakenIn() throws Exception {
        append("Accepted");
        append("Held");
        append("Being read");
        mailbox.look();
        decide("Accepted", DeliveryOutcome.ACCEPTED);
        decide("Held", DeliveryOutcome.HELD);
        mailbox.look();

        append("Later");
        mailbox.look();

        assertThat(subjects("INBOX")).containsExactly("Being read", "Later");
        assertThat(subjects("Processed")).containsExactly("Accepted");
        assertThat(subjects("Held")).containsExactly("Held");
        assertThat(came()).extracting(Delivery::subject).containsExactly("Accepted", "Held", "Being read", "Later");
        decide("Being read", DeliveryOutcome.DUPLICATE);
        decide("Later", DeliveryOutcome.ACCEPTED);
        mailbox.look();
        append("Last");
        mailbox.look();
        assertThat(subjects("INBOX")).containsExactly("Last");
        assertThat(came()).hasSize(5);
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void whereMailIsNotToBeMovedItIsFlaggedAndNotTakenInAgain() throws Exception {
        mailbox = mailbox(settings("imap", port(), false));
        append("Paper");
        mailbox.look();
        decide("Paper", DeliveryOutcome.ACCEPTED);
        mailbox.look();
        append("Next");
        mailbox.look();

        assertThat(subjects("INBOX")).containsExactly("Paper", "Next");
        assertThat(came()).extracting(Delivery::subject).containsExactly("Paper", "Next");
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void aMessageThatSomebodyHasReadIsTakenInAllTheSame() throws Exception {
        append("Opened in webmail", Flags.Flag.SEEN);

        mailbox.look();

        assertThat(came()).hasSize(1);
    }

    @Test
    void lookingMarksNothingAsRead() throws Exception {
        append("Paper");

        mailbox.look();

        boolean read = inbox(folder -> folder.getMessage(1).isSet(Flags.Flag.SEEN));
        assertThat(read).isFalse();
    }

    @Test
    void aMalformedMessageKeepsNobodyWaiting() throws Exception {
        append("First");
        appendRaw("Subject: =?nonsense?Q?\u00ff=\r\nContent-Type: multipart/mixed; boundary\r\nDate: never\r\nFrom: <<<\r\n no colon here\r\n\r\n--x\r\n");
        appendRaw("From: a@b.example\r\nSubject: Report\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
                + "Content-Transfer-Encoding: x-strange\r\n\r\n--b\r\n");
        appendRaw("From: a@b.example\r\nSubject: Nul\r\nMessage-ID: <a\u0000b@b.example>\r\n\r\nText\r\n");
        append("Last");

        mailbox.look();

        assertThat(came()).hasSize(5).extracting(Delivery::subject).startsWith("First").endsWith("Last");
        assertThat(pulse.lastFault()).isEmpty();
    }

    @Test
    void whatSomebodyTookAwayOnTheServerIsAnAlarm() throws Exception {
        append("Paper");
        append("Taken away");
        mailbox.look();

        delete("Taken away");
        append("Next");
        clock.move(Duration.ofSeconds(5));
        mailbox.look();

        assertThat(pulse.alarms()).extracting(Pulse.Alarm::kind).containsExactly("reconciliation");
        assertThat(reconciliation.days()).extracting(Reconciliation.Day::server, Reconciliation.Day::ledger).containsExactly(tuple(2, 3));
        assertThat(reconciliation.differences().getFirst()).contains("1 were taken away there by somebody");
    }

    @Test
    void overPop3AMessageIsKnownByItsUidl() throws Exception {
        append("Paper 1");
        mailbox(settings("pop3", pop3Port(), true)).look();
        append("Paper 2");
        mailbox(settings("pop3", pop3Port(), true)).look();

        assertThat(came()).extracting(Delivery::subject).containsExactly("Paper 1", "Paper 2");
        assertThat(came()).allSatisfy(delivery -> assertThat(delivery.key()).contains("/INBOX/UIDL "));
        assertThat(subjects("INBOX")).hasSize(2);
        assertThat(pulse.alarms()).isEmpty();
    }

    @Test
    void overPop3MailIsDeletedOnlyWhereThatIsAskedForAndItIsDecided() throws Exception {
        MailSettings deleting = new MailSettings("127.0.0.1", "pop3", pop3Port(), user(), password(), "INBOX", "Processed", "Held", true, true,
                false, null, Duration.ofMinutes(15));
        append("Decided");
        append("Open");
        mailbox(deleting).look();
        decide("Decided", DeliveryOutcome.ACCEPTED);
        mailbox(deleting).look();

        assertThat(subjects("INBOX")).containsExactly("Open");
    }

    @Test
    void aRefusedLogInIsAnAlarmAtOnceAndIsNotRepeatedAtEveryLook() {
        Mailbox locked = mailbox(new MailSettings("127.0.0.1", "imap", port(), user(), "wrong", "INBOX", "Processed", "Held", true, false, false, null,
                Duration.ofMinutes(15)));

        locked.look();

        assertThat(pulse.alarms()).extracting(Pulse.Alarm::kind).containsExactly("credentials-refused");
        assertThat(pulse.alarms().getFirst().sentence()).contains("rapporteur.mail.user").doesNotContain("wrong");
    }

    @Test
    void aServerThatIsAwayIsAnAlarmAfterAQuarterOfAnHour() throws Exception {
        append("Paper");
        mailbox.look();
        Mailbox away = mailbox(new MailSettings("127.0.0.1", "imap", org.rapporteur.Waiting.freePort(), user(), password(), "INBOX", "Processed",
                "Held", true, false, false, null, Duration.ofMinutes(15)));
        away.look();
        assertThat(pulse.lastFault()).isPresent();
        assertThat(pulse.alarms()).isEmpty();

        clock.move(Duration.ofMinutes(16));
        away.look();
        assertThat(pulse.alarms()).extracting(Pulse.Alarm::kind).containsExactly("no-look");

        append("Next");
        mailbox.look();
        assertThat(came()).hasSize(2);
        assertThat(pulse.alarms()).isEmpty();
    }

    private MailSettings settings(String protocol, int port, boolean move) {
        return new MailSettings("127.0.0.1", protocol, port, user(), password(), "INBOX", "Processed", "Held", move, false, false, null,
                Duration.ofMinutes(15));
    }

    private Mailbox mailbox(MailSettings settings) {
        Calls calls = CallContents.store(rows);
        call = calls.find(CallContents.small().code()).orElseGet(() -> CallContents.imported(calls)).id();
        MailCounts counts = new MailCounts(rows.jdbc(), rows.transaction(), clock);
        reconciliation = new Reconciliation(settings, counts, deliveries);
        pulse = new Pulse(settings, new MailLooks(rows.jdbc()), reconciliation, clock, new Pulse.Disk(folder, DataSize.ofMegabytes(1)));
        Intake intake = new Intake(Stores.originals(folder.resolve("originals"), rows),
                new Recording(deliveries, Stores.work(rows, clock), rows.transaction()), new Gateway("", 0),
                Outboxes.replies(rows, clock), clock);
        AccessTokens tokens = new AccessTokens(new RefreshTokens(rows.jdbc(), clock), clock);
        return new Mailbox(new MailAccount(settings, tokens), tokens, new Mailbox.Ledgering(intake, deliveries, calls, counts), pulse, clock);
    }

    private List<Delivery> came() {
        return deliveries.of(call);
    }

    private void decide(String subject, DeliveryOutcome outcome) {
        Delivery delivery = came().stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
        deliveries.decide(delivery.id(), new Delivery.Decided(outcome, "test", "", null));
        assertThat(delivery.channel()).isEqualTo(Channel.MAIL);
    }

    private void append(String subject, Flags.Flag... flags) throws Exception {
        MimeMessage message = message("From: a@b.example\r\nSubject: %s\r\n\r\nText\r\n".formatted(subject));
        for (Flags.Flag flag : flags) {
            message.setFlag(flag, true);
        }
        inbox(folder -> {
            folder.appendMessages(new Message[] {message});
            return null;
        });
    }

    void appendRaw(String raw) throws Exception {
        inbox(folder -> {
            folder.appendMessages(new Message[] {message(raw)});
            return null;
        });
    }

    private static MimeMessage message(String raw) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void delete(String subject) throws Exception {
        inbox(folder -> {
            for (Message message : folder.getMessages()) {
                message.setFlag(Flags.Flag.DELETED, message.getSubject().equals(subject));
            }
            folder.expunge();
            return null;
        });
    }

    private List<String> subjects(String name) throws Exception {
        return in(name, folder -> {
            List<String> subjects = new java.util.ArrayList<>();
            for (Message message : folder.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        });
    }

    /** Something done with a folder. */
    interface Act<T> {
        T on(Folder folder) throws MessagingException, IOException;
    }

    private <T> T inbox(Act<T> act) throws Exception {
        return in("INBOX", act);
    }

    private <T> T in(String name, Act<T> act) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port(), user(), password());
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            try (folder) {
                return act.on(folder);
            }
        }
    }
}
