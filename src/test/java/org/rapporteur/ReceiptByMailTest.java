package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Moving;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.submission.Submission;
import org.rapporteur.submission.Submissions;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What senders find in their mailboxes, in a house whose letters go out of themselves. */
class ReceiptByMailTest {

    private static final Path CALL = Path.of("src/main/resources/calls/MCH-2004/call.yaml");
    private static final Path ICELAND = Path.of("sample-reports/.by-mail/iceland-country-paper.eml");

    @TempDir
    static Path data;

    private static int smtp;
    private static int imap;
    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() throws IOException {
        Path call = data.resolve("calls/MCH-2004/call.yaml");
        Files.createDirectories(call.getParent());
        Files.writeString(call, Files.readString(CALL).replace("letters: approve", "letters: automatic"));
        smtp = Waiting.freePort();
        imap = Waiting.freePort();
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=true", "--rapporteur.stages=true",
                "--rapporteur.mail.every=300", "--rapporteur.mail.trial-smtp-port=" + smtp, "--rapporteur.mail.port=" + imap);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theReceiptProvesThatThePaperWasRead() throws Exception {
        send("country.paper@isl.example", Files.readString(ICELAND));

        String receipt = onlyMailOf("country.paper@isl.example");

        assertThat(receipt).contains("Received and read: MCH-2004-ISL-001, revision 1", "has been read to its end", "SHA-256",
                "On these questions of the guidelines a part was found in it", "Secretariat of the E-Government Project").doesNotContain("We did not find");
    }

    @Test
    void aPaperThatCannotBeOpenedIsToldSoInTheLanguageOfTheContact() throws Exception {
        send("country.paper@lux.example", mail("country.paper@lux.example", "Contribution du Luxembourg", """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/pdf; name="contribution.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQKdHJ1bmNhdGVk
                --b--
                """));

        String receipt = onlyMailOf("country.paper@lux.example");

        assertThat(receipt).contains("Reçu, mais n’a pas pu être ouvert", "contribution.pdf", "Veuillez");
    }

    @Test
    void aStrangerLearnsThatSomethingArrivedAndNoMore() throws Exception {
        send("stranger@elsewhere.example", mail("stranger@elsewhere.example", "Secret paper", "\n" + "The fund was cut again. ".repeat(60)));

        String notice = onlyMailOf("stranger@elsewhere.example");

        assertThat(notice).contains("A mail from your address arrived").doesNotContain("Secret paper", "SHA-256");
    }

    @Test
    void aMachineIsNotAnswered() throws Exception {
        send("country.paper@jpn.example", mail("country.paper@jpn.example", "Away", "Auto-Submitted: auto-replied\n\nI am away until June."));

        Waiting.until(() -> with("Away").stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD));

        assertThat(letters().of(with("Away").getFirst().id())).isEmpty();
        assertThat(house.getBean(AuditTrail.class).latest(200)).extracting(AuditEntry::detail).contains("receipt: A machine wrote it.");
    }

    @Test
    void whatPeopleAnswerIsReadByPeopleAndNotAnsweredByTheMachine() throws Exception {
        send("country.paper@nld.example", mail("country.paper@nld.example", "Paper of the Netherlands", "\n" + "The fund was cut again. ".repeat(60)));
        onlyMailOf("country.paper@nld.example");
        Letter receipt = letters().of(with("Paper of the Netherlands").getFirst().id()).getFirst();

        send("country.paper@nld.example", mail("country.paper@nld.example", "Thank you",
                "In-Reply-To: " + receipt.head().messageId() + "\n\nThank you for the receipt."));
        Waiting.until(() -> with("Thank you").stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD));

        send("country.paper@nld.example", mail("country.paper@nld.example", "Thanks again", "In-Reply-To: " + receipt.head().messageId()
                + "\n\nThank you for the receipt.\n\n" + receipt.content().text().repeat(3).replaceAll("(?m)^", "> ")));
        Waiting.until(() -> with("Thanks again").stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD));
        assertThat(letters().of(with("Thanks again").getFirst().id())).isEmpty();

        assertThat(with("Thank you").getFirst().kind()).isEqualTo(DeliveryKind.REPLY);
        assertThat(letters().of(with("Thank you").getFirst().id())).isEmpty();
    }

    @Test
    void aLetterThatComesBackIsMarkedAndItsReportIsKept() throws Exception {
        send("country.paper@svk.example", mail("country.paper@svk.example", "Paper of Slovakia", "\n" + "The fund was cut again. ".repeat(60)));
        onlyMailOf("country.paper@svk.example");
        Letter receipt = letters().of(with("Paper of Slovakia").getFirst().id()).getFirst();

        send("mailer-daemon@svk.example", mail("mailer-daemon@svk.example", "Undelivered", """
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                It could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; svk.example

                Final-Recipient: rfc822; country.paper@svk.example
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(receipt.head().messageId())));
        Waiting.until(() -> letters().get(receipt.id()).state() == LetterState.BOUNCED);

        assertThat(letters().get(receipt.id()).trouble()).contains("5.1.1");
        assertThat(with("Undelivered").getFirst().kind()).isEqualTo(DeliveryKind.BOUNCE);
        assertThat(with("Undelivered").getFirst().outcome()).isEqualTo(DeliveryOutcome.IGNORED);
    }

    @Test
    void whoeverSentAPaperThatIsMovedIsToldItsNewNumber() throws Exception {
        send("country.paper@dnk.example", mail("country.paper@dnk.example", "Paper of Denmark", "\n" + "The fund was cut again. ".repeat(60)));
        onlyMailOf("country.paper@dnk.example");
        Delivery delivery = with("Paper of Denmark").getFirst();
        Submission submission = house.getBean(Submissions.class).broughtBy(call(), delivery.id()).orElseThrow().submission();

        house.getBean(Moving.class).move(house.getBean(Calls.class).current(), submission, new CountryCode("FIN"), new Actor("ruth"));
        Waiting.until(() -> mailsOf("country.paper@dnk.example").size() == 2);

        assertThat(mailsOf("country.paper@dnk.example").getLast()).contains("Received and read: MCH-2004-FIN-001, revision 1");
        assertThat(letters().of(delivery.id())).extracting(letter -> letter.content().country().value()).containsOnly("FIN");
    }

    @Test
    void howeverManyMailsWithoutAPaperOneAnswerIsEnough() throws Exception {
        for (int i = 1; i <= 3; i++) {
            send("country.paper@grc.example", mail("country.paper@grc.example", "Empty " + i, "\nSee attachment."));
        }
        Waiting.until(() -> with("Empty 3").stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD));

        assertThat(onlyMailOf("country.paper@grc.example")).contains("We did not find a paper in it");
        assertThat(letters().latest(call(), 100)).filteredOn(letter -> letter.content().recipient().equals("country.paper@grc.example"))
                .singleElement().satisfies(letter -> assertThat(letter.content().kind()).isEqualTo(LetterKind.RECEIPT));
    }

    private static Letters letters() {
        return house.getBean(Letters.class);
    }

    private static long call() {
        return house.getBean(Calls.class).current().id();
    }

    private static List<Delivery> with(String subject) {
        return house.getBean(Deliveries.class).of(call()).stream().filter(delivery -> delivery.subject().equals(subject)).toList();
    }

    /** Subject and text of the one mail that an address has got, once it is there. */
    private static String onlyMailOf(String address) throws Exception {
        Waiting.until(() -> !mailsOf(address).isEmpty());
        List<String> mails = mailsOf(address);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static List<String> mailsOf(String address) throws Exception {
        List<String> mails = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imap, address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                mails.add(message.getSubject() + "\n" + ((Multipart) message.getContent()).getBodyPart(0).getContent().toString()
                        .replaceAll("\\s+", " "));
            }
        } catch (jakarta.mail.AuthenticationFailedException nothingCameYet) {
            return List.of();
        }
        return mails;
    }

    private static void send(String from, String raw) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", from);
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", smtp, null, null);
            transport.sendMessage(message, new Address[] {new InternetAddress("papers@localhost")});
        }
    }

    /** @param rest further headers, an empty line, and the text */
    private static String mail(String from, String subject, String rest) {
        return ("From: %s\nTo: papers@localhost\nSubject: %s\nMessage-ID: <%d@mail.example>\nDate: Mon, 10 May 2004 11:05:00 +0000\n%s\n")
                .formatted(from, subject, System.nanoTime(), rest).replace("\n", "\r\n");
    }
}
