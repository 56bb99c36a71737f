package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.Databases;
import org.rapporteur.Rows;

/** Mail that comes back to letters, as mail servers and people write it. */
class RepliesTest {

    private static final String OURS = "<receipt-1@intake.example>";

    @TempDir
    Path folder;

    private Letters letters;
    private Replies replies;
    private Letter letter;

    @BeforeEach
    void writeALetter() {
        Rows rows = new Rows(Databases.h2());
        letters = new Letters(rows.jdbc(), Clock.systemUTC());
        replies = new Replies(letters);
        letter = letters.add(new NewLetter(rows.call(), LetterKind.RECEIPT, "receipt", null, null, "paper@kor.example", Locale.ENGLISH,
                "Subject", "Text", "<p>Text</p>"), new LetterHead(OURS, null, ""), LetterState.SENT).orElseThrow();
    }

    @Test
    void aLetterThatCameBackIsKnownByTheMessageIdInWhatWasReturned() throws IOException {
        Reply reply = replies.of(report("failed", "5.1.1", "message/rfc822", OURS));

        assertThat(reply).isInstanceOfSatisfying(Reply.Report.class, report -> {
            assertThat(report.lost()).isTrue();
            assertThat(report.why()).isEqualTo("The mail server said: 5.1.1 smtp; 550 no such user here");
            replies.keep(report);
        });
        assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.BOUNCED);
    }

    @Test
    void theHeadersAloneAreEnough() throws IOException {
        assertThat(replies.of(report("failed", "5.1.1", "text/rfc822-headers", OURS))).isInstanceOf(Reply.Report.class);
    }

    @Test
    void aLetterThatIsOnlyLateHasNotComeBack() throws IOException {
        Reply reply = replies.of(report("delayed", "4.4.1", "message/rfc822", OURS));

        replies.keep((Reply.Report) reply);

        assertThat(letters.get(letter.id()).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void aReportAboutSomebodyElsesMailIsNone() throws IOException {
        assertThat(replies.of(report("failed", "5.1.1", "message/rfc822", "<other@elsewhere.example>"))).isEqualTo(new Reply.ToNothing());
    }

    @Test
    void aBrokenReportIsNone() throws IOException {
        assertThat(replies.of(raw("Content-Type: multipart/report; report-type=delivery-status\r\n\r\nno parts"))).isEqualTo(new Reply.ToNothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "multipart/mixed; boundary", "message/rfc822", "message/delivery-status; ="})
    void aReportOfPartsThatAreNotWhatTheySayIsNone(String type) throws IOException {
        assertThat(replies.of(raw("Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n***\r\n--b\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: uuencode\r\n\r\nbegin\r\n--b--\r\n"))).isEqualTo(new Reply.ToNothing());
    }

    @Test
    void aReportInAnUnknownEncodingIsNone() throws IOException {
        assertThat(replies.of(raw("Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\nContent-Transfer-Encoding: x-strange\r\n\r\n--b\r\n")))
                .isEqualTo(new Reply.ToNothing());
    }

    @Test
    void aReadReceiptIsAMachinesAnswer() throws IOException {
        assertThat(replies.of(raw("Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\n\r\nSeen.\r\n"
                + "--b\r\nContent-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822;paper@kor.example\r\nOriginal-Message-ID: "
                + OURS + "\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--b--\r\n"))).isEqualTo(new Reply.ByMachine(letter));
    }

    @Test
    void aMachineThatNamesNothingIsKnownByTheSubjectOfALetterToItsAddress() throws IOException {
        assertThat(replies.of(raw("From: Away <Paper@kor.example>\r\nSubject: Automatic reply: Subject\r\n\r\nAway."))).isEqualTo(new Reply.ByPerson(letter));
        assertThat(replies.of(raw("From: other@kor.example\r\nSubject: Automatic reply: Subject\r\n\r\nAway."))).isEqualTo(new Reply.ToNothing());
        assertThat(replies.of(raw("From: paper@kor.example\r\nSubject: Subject\r\n\r\nA paper."))).isEqualTo(new Reply.ToNothing());
    }

    @Test
    void outOfOfficeIsAMachinesAnswer() throws IOException {
        assertThat(replies.of(raw("In-Reply-To: " + OURS + "\r\nAuto-Submitted: auto-replied\r\n\r\nI am away."))).isEqualTo(new Reply.ByMachine(letter));
    }

    @Test
    void whatAMachineSendsAlongIsLookedAt() throws IOException {
        assertThat(replies.of(raw("In-Reply-To: " + OURS + "\r\nAuto-Submitted: auto-generated\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n"))).isEqualTo(new Reply.ByPerson(letter));
    }

    @Test
    void aPersonAnswersInTheThread() throws IOException {
        assertThat(replies.of(raw("References: <0@kor.example> " + OURS + "\r\n\r\nThank you."))).isEqualTo(new Reply.ByPerson(letter));
    }

    @Test
    void aNewMailAnswersNothing() throws IOException {
        assertThat(replies.of(raw("Subject: Paper\r\n\r\nHere it is."))).isEqualTo(new Reply.ToNothing());
    }

    private Path report(String action, String status, String returned, String messageId) throws IOException {
        return raw("""
                From: Mail Delivery System <MAILER-DAEMON@mail.kor.example>
                To: papers@intake.example
                Subject: Undelivered mail
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Your mail could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.kor.example

                Final-Recipient: rfc822; paper@kor.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 no such
                 user here
                --b
                Content-Type: %s

                From: papers@intake.example
                Message-ID: %s
                Subject: Received

                --b--
                """.formatted(action, status, returned, messageId).replace("\n", "\r\n"));
    }

    private Path raw(String text) throws IOException {
        return Files.writeString(folder.resolve("mail.eml"), text, StandardCharsets.US_ASCII);
    }
}
