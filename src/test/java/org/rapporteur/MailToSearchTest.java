package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Message;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.QueryReader;
import org.rapporteur.search.QueryReading;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Papers mailed over SMTP and fetched over IMAP, as countries send them, and papers put into the inbox. */
class MailToSearchTest {

    private static final Path ICELAND = Path.of("sample-reports/.by-mail/iceland-country-paper.eml");

    @TempDir
    static Path data;

    private static int smtp;
    private static int imap;
    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        smtp = Waiting.freePort();
        imap = Waiting.freePort();
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=true", "--rapporteur.stages=true",
                "--rapporteur.mail.every=500", "--rapporteur.mail.trial-smtp-port=" + smtp, "--rapporteur.mail.port=" + imap);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aMailedPaperIsFoundBySearch() throws Exception {
        Instant sent = Instant.now();
        send("country.paper@isl.example", Files.readAllBytes(ICELAND));

        Waiting.until(() -> hits("\"genetics company\"") == 1);

        System.out.printf("from sending to found: %.1f seconds%n", Duration.between(sent, Instant.now()).toMillis() / 1000.0);
        Delivery delivery = onlyWith("Country paper of Iceland");
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(delivery.sender()).isEqualTo("country.paper@isl.example");
        assertThat(delivery.country()).hasToString("ISL");
        assertThat(delivery.channel()).isEqualTo(Channel.MAIL);
    }

    @Test
    void aMessageThatSomebodyElseHasOpenedIsTakenInAllTheSame() throws Exception {
        append(mail("country.paper@pol.example", "Opened in webmail", "The ministry keeps what it saves. ".repeat(60)));

        Waiting.until(() -> decided("Opened in webmail"));

        assertThat(onlyWith("Opened in webmail").outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void aPaperFromAnUnknownAddressIsHeldAndNotGuessed() throws Exception {
        send("stranger@elsewhere.example", mail("stranger@elsewhere.example", "Paper of a stranger", "The fund was cut. ".repeat(40)));

        Waiting.until(() -> decided("Paper of a stranger"));

        Delivery delivery = onlyWith("Paper of a stranger");
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.HELD);
        assertThat(delivery.country()).isNull();
    }

    @Test
    void anEmptyMailIsHeldWithASentence() throws Exception {
        send("country.paper@swe.example", mail("country.paper@swe.example", "Nothing inside", ""));

        Waiting.until(() -> decided("Nothing inside"));

        Delivery delivery = onlyWith("Nothing inside");
        assertThat(delivery.outcome()).isEqualTo(DeliveryOutcome.HELD);
        assertThat(delivery.decision().reason()).contains("please");
    }

    @Test
    void aFileInTheInboxIsMovedToDoneWhenItsDeliveryIsCommitted() throws Exception {
        Path inbox = data.resolve("inbox/IRL/ireland-country-paper.html");
        Files.createDirectories(inbox.getParent());
        Files.copy(Path.of("sample-reports/IRL/ireland-country-paper.html"), inbox);

        Waiting.until(() -> decided("ireland-country-paper.html") && Files.notExists(inbox));

        assertThat(onlyWith("ireland-country-paper.html").outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        try (var done = Files.list(data.resolve("inbox/IRL/.done"))) {
            assertThat(done.map(file -> file.getFileName().toString())).singleElement().asString().endsWith("ireland-country-paper.html");
        }
    }

    private static void send(String from, byte[] raw) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", from);
        Session session = Session.getInstance(properties);
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", smtp, null, null);
            transport.sendMessage(message, new Address[] {new InternetAddress("papers@localhost")});
        }
    }

    /** Puts a message that carries the flag of having been seen straight into the mailbox. */
    private static void append(byte[] raw) throws Exception {
        Session session = Session.getInstance(new Properties());
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(raw));
        message.setFlag(Flags.Flag.SEEN, true);
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", imap, "papers@localhost", "trial");
            store.getFolder("INBOX").appendMessages(new Message[] {message});
        }
    }

    private static byte[] mail(String from, String subject, String text) {
        return "From: %s\r\nTo: papers@localhost\r\nSubject: %s\r\nDate: Mon, 10 May 2004 11:05:00 +0000\r\n\r\n%s\r\n"
                .formatted(from, subject, text).getBytes(StandardCharsets.US_ASCII);
    }

    private static long hits(String typed) {
        return switch (QueryReader.read(typed)) {
            case QueryReading.Understood understood ->
                    house.getBean(PassageSearch.class).search(understood.query(), call().code(), false, 0, 5).total();
            case QueryReading.Mistaken mistaken -> throw new AssertionError(mistaken.sentence());
        };
    }

    private static boolean decided(String subject) {
        return with(subject).stream().anyMatch(delivery -> delivery.outcome() != null);
    }

    private static Delivery onlyWith(String subject) {
        assertThat(with(subject)).hasSize(1);
        return with(subject).getFirst();
    }

    private static List<Delivery> with(String subject) {
        return house.getBean(Deliveries.class).of(call().id()).stream().filter(delivery -> delivery.subject().equals(subject)).toList();
    }

    private static Call call() {
        return house.getBean(Calls.class).current();
    }
}
