package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Databases;
import org.rapporteur.MovingClock;
import org.rapporteur.Rows;
import org.rapporteur.country.CountryCode;

/** Letters sent to a real mail server and read back there. */
class DispatchTest {

    private static final String SUBJECT = "Reçu : contribution de la Corée, « Making Change Happen » – numéro MCH-2004-KOR-001";

    private final MovingClock clock = new MovingClock();
    private GreenMail mailbox;
    private Rows rows;
    private Letters letters;
    private long call;

    @BeforeEach
    void open() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        rows = new Rows(Databases.h2());
        call = rows.call();
        letters = new Letters(rows.jdbc(), clock);
    }

    @AfterEach
    void close() {
        mailbox.stop();
    }

    @Test
    void aLetterArrivesAsWellFormedMail() throws Exception {
        Letter letter = add("receipt", "<2@kor.example>", "<0@kor.example> " + "<%s@kor.example> ".formatted("x".repeat(80)) + "<2@kor.example>");

        assertThat(dispatch(10).send(letter.id())).isEqualTo(new Dispatched.Taken());

        MimeMessage arrived = mailbox.getReceivedMessages()[0];
        assertThat(arrived.getFrom()).containsExactly(new InternetAddress("papers@intake.example", "Sécrétariat"));
        assertThat(arrived.getAllRecipients()).containsExactly(new InternetAddress("paper@kor.example"));
        assertThat(arrived.getSubject()).isEqualTo(SUBJECT);
        assertThat(arrived.getMessageID()).isEqualTo(letter.head().messageId());
        assertThat(arrived.getHeader("In-Reply-To")).containsExactly("<2@kor.example>");
        assertThat(arrived.getHeader("References", " ").split("\\s+")).hasSize(3);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(arrived.getHeader("Return-Path")).containsExactly("<papers@intake.example>");
        assertThat(arrived.getSentDate().toInstant()).isEqualTo(clock.instant());
        Multipart body = (Multipart) arrived.getContent();
        assertThat(body.getContentType()).startsWith("multipart/alternative");
        assertThat(body.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(body.getBodyPart(0).getContent().toString().strip()).isEqualTo("Chère Madame, merci : ça marche.");
        assertThat(body.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(body.getBodyPart(1).getContent()).isEqualTo(letter.content().html());
    }

    @Test
    void onTheWireItIsPlainAsciiInLinesThatEveryServerTakes() throws Exception {
        Letter letter = add("receipt", null, "");
        ByteArrayOutputStream wire = new ByteArrayOutputStream();

        LetterMessage.of(letter, settings(25), clock.instant()).writeTo(wire);

        String raw = wire.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.chars().allMatch(c -> c < 128)).isTrue();
        assertThat(Arrays.stream(raw.split("\r\n", -1)).mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(998);
        assertThat(Arrays.stream(raw.split("\r\n\r\n", 2)[0].split("\r\n")).allMatch(line -> line.length() <= 78 || !line.contains(" "))).isTrue();
        assertThat(ReceivedHead.of(wire.toByteArray()).whyNoAnswer()).as("our own programs leave it alone").isPresent();
        assertThat(new MimeMessage(null, new ByteArrayInputStream(wire.toByteArray())).getContentLanguage()).containsExactly("fr");
    }

    @Test
    void twiceIsTheSameMessageId() throws Exception {
        Letter letter = add("receipt", null, "");

        dispatch(10).send(letter.id());
        dispatch(10).send(letter.id());

        assertThat(mailbox.getReceivedMessages()).hasSize(2);
        assertThat(mailbox.getReceivedMessages()[0].getMessageID()).isEqualTo(mailbox.getReceivedMessages()[1].getMessageID());
    }

    @Test
    void whatIsTooMuchForADayWaitsTillTheNext() {
        letters.sent(add("one", null, "").id());
        letters.sent(add("two", null, "").id());
        Letter third = add("three", null, "");

        assertThat(dispatch(2).send(third.id())).isEqualTo(new Dispatched.NotToday(Duration.ofHours(15)));
        clock.move(Duration.ofHours(15));
        assertThat(dispatch(2).send(third.id())).isEqualTo(new Dispatched.Taken());
    }

    @Test
    void aServerThatIsAwayIsToldInASentence() {
        Letter letter = add("receipt", null, "");
        Dispatch dispatch = dispatch(10);
        mailbox.stop();

        assertThat(dispatch.send(letter.id())).isInstanceOfSatisfying(Dispatched.Later.class,
                later -> assertThat(later.why()).startsWith("The mail server did not take it yet: "));
    }

    @Test
    void withoutAServerNothingLeaves() {
        Letter letter = add("receipt", null, "");
        MailServer none = new MailServer(new SmtpSettings(null, 587, null, null, true, "papers@intake.example", ""), "imap.intake.example", 1);

        assertThat(new Dispatch(letters, none, new LetterSettings(10), clock).send(letter.id())).isInstanceOf(Dispatched.Later.class);
    }

    @Test
    void anAddressThatIsNotThereIsNotTriedAgain() throws Exception {
        Letter letter = add("receipt", null, "");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseRecipients(server));

            Dispatched dispatched = new Dispatch(letters, new MailServer(settings(server.getLocalPort()), "imap.intake.example", 1),
                    new LetterSettings(10), clock).send(letter.id());

            assertThat(dispatched).isInstanceOfSatisfying(Dispatched.Never.class, never -> assertThat(never.why())
                    .contains("does not take mail for this address", "550 5.1.1 no such user", "Check the address"));
        }
    }

    @Test
    void whatAServerTookItHasTakenThoughItBreaksOffAfterwards() throws Exception {
        Letter letter = add("receipt", null, "");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> takeAndBreakOff(server));

            assertThat(new Dispatch(letters, new MailServer(settings(server.getLocalPort()), "imap.intake.example", 1), new LetterSettings(10), clock)
                    .send(letter.id())).isEqualTo(new Dispatched.Taken());
        }
    }

    @Test
    void anAlarmLeavesHoweverMuchTheAddressHasHad() {
        letters.sent(add("one", null, "").id());
        Letter alarm = letters.add(new NewLetter(call, LetterKind.ALARM, "alarm", null, null, "paper@kor.example", Locale.ENGLISH, "Disk", "Full", "<p>Full</p>"),
                new LetterHead("<alarm@intake.example>", null, ""), LetterState.TO_SEND).orElseThrow();

        assertThat(dispatch(1).send(alarm.id())).isEqualTo(new Dispatched.Taken());
    }

    @Test
    void nothingIsSaidToAServerThatDoesNotEncryptWhereThatIsAskedFor() {
        Letter letter = add("receipt", null, "");
        SmtpSettings encrypted = new SmtpSettings("127.0.0.1", mailbox.getSmtp().getPort(), "ruth", "secret", true, "papers@intake.example", "");

        Dispatched dispatched = new Dispatch(letters, new MailServer(encrypted, "imap.intake.example", 1), new LetterSettings(10), clock)
                .send(letter.id());

        assertThat(dispatched).isInstanceOfSatisfying(Dispatched.Later.class, later -> assertThat(later.why()).contains("STARTTLS is required"));
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    /** A mail server that knows nobody. */
    private static void refuseRecipients(ServerSocket server) {
        try (Socket caller = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 nobody.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(caller, line.startsWith("RCPT") ? "550 5.1.1 no such user" : "250 ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail server that takes a mail and resets the connection instead of saying good-bye. */
    private static void takeAndBreakOff(ServerSocket server) {
        try (Socket caller = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 rude.example");
            boolean text = false;
            for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
                text = line.equals("DATA") || text && !line.equals(".");
                if (!text || line.equals("DATA")) {
                    say(caller, text ? "354 go on" : "250 ok");
                }
            }
            caller.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Dispatch dispatch(int perDay) {
        return new Dispatch(letters, new MailServer(settings(mailbox.getSmtp().getPort()), "imap.intake.example", 1), new LetterSettings(perDay), clock);
    }

    private static SmtpSettings settings(int port) {
        return new SmtpSettings("127.0.0.1", port, null, null, false, "papers@intake.example", "Sécrétariat");
    }

    private Letter add(String occasion, String inReplyTo, String references) {
        return letters.add(new NewLetter(call, LetterKind.RECEIPT, occasion, rows.delivery(call), new CountryCode("KOR"), "paper@kor.example",
                Locale.FRENCH, SUBJECT, "Chère Madame, merci : ça marche.", "<p>Chère Madame, merci : ça marche.</p>" + "é".repeat(3000)),
                new LetterHead("<%s@intake.example>".formatted(occasion), inReplyTo, references), LetterState.TO_SEND).orElseThrow();
    }
}
