package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.call.Calls;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two houses whose letters go out of themselves and a badly made machine that answers everything with a mail that looks like a person's:
 * each is a contact of the other houses. They write to one another until they fall silent.
 */
class LettersInALoopTest {

    private static final String SEOUL = "papers@seoul.example";
    private static final String OSLO = "papers@oslo.example";
    private static final String MACHINE = "country.paper@nor.example";
    private static final Duration SILENCE = Duration.ofSeconds(12);
    private static final int HANDFUL = 20;

    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private ConfigurableApplicationContext seoul;
    private ConfigurableApplicationContext oslo;

    @AfterEach
    void close() {
        seoul.close();
        oslo.close();
        server.stop();
    }

    @Test
    void afterAHandfulOfMailsThereIsSilence() throws Exception {
        server.start();
        for (String address : new String[] {SEOUL, OSLO, MACHINE}) {
            server.setUser(address, address, "secret");
        }
        seoul = house("seoul", SEOUL, OSLO);
        oslo = house("oslo", OSLO, SEOUL);
        send(MACHINE, SEOUL, "Is anybody there?");
        send(MACHINE, OSLO, "Is anybody there?");
        send(OSLO, SEOUL, "Is anybody there?");

        Instant quietSince = Instant.now();
        int mails = 0;
        int answered = 0;
        while (Instant.now().isBefore(quietSince.plus(SILENCE)) && mails < 5 * HANDFUL) {
            Thread.sleep(300);
            answered = answerAll(answered);
            if (server.getReceivedMessages().length != mails) {
                mails = server.getReceivedMessages().length;
                quietSince = Instant.now();
            }
        }

        System.out.printf("%d mails, then silence for %d seconds%n", mails, SILENCE.toSeconds());
        assertThat(mails).isGreaterThan(5).isLessThanOrEqualTo(HANDFUL);
        assertThat(List.of(seoul, oslo)).flatExtracting(house -> house.getBean(Deliveries.class).of(house.getBean(Calls.class).current().id()))
                .extracting(Delivery::outcome).isNotEmpty().doesNotContain(DeliveryOutcome.ACCEPTED);
    }

    /**
     * Every mail that the machine has got is answered as no header gives away: with a new mail, with one in the thread that quotes it, and with
     * one outside the thread that copies it as its own words. The last two have as many words as a paper.
     */
    private int answerAll(int answered) throws Exception {
        MimeMessage[] came = server.getReceivedMessagesForDomain(MACHINE);
        for (int i = answered; i < came.length; i++) {
            String to = ((InternetAddress) came[i].getFrom()[0]).getAddress();
            String letter = (((Multipart) came[i].getContent()).getBodyPart(0).getContent() + "\n").repeat(3);
            switch (i % 3) {
                case 0 -> send(MACHINE, to, "Automatic reply: " + came[i].getSubject(), letter, null);
                case 1 -> send(MACHINE, to, "Re: " + came[i].getSubject(), letter.replaceAll("(?m)^", "> "), came[i].getMessageID());
                default -> send(MACHINE, to, "I am not here, no. " + i);
            }
        }
        return came.length;
    }

    private void send(String from, String to, String subject) throws Exception {
        send(from, to, subject, "I shall be back in June.", null);
    }

    private void send(String from, String to, String subject, String text, String inReplyTo) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject);
        message.setText(text);
        if (inReplyTo != null) {
            message.setHeader("In-Reply-To", inReplyTo);
        }
        try (Transport transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", server.getSmtp().getPort(), null, null);
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private ConfigurableApplicationContext house(String name, String own, String other) throws IOException {
        Path data = folder.resolve(name);
        Path call = data.resolve("calls/MCH-2004/call.yaml");
        Files.createDirectories(call.getParent());
        Files.writeString(call, Files.readString(Path.of("src/main/resources/calls/MCH-2004/call.yaml"))
                .replace("letters: approve", "letters: automatic").replace("country.paper@kor.example", other));
        return new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=true", "--rapporteur.stages=true",
                "--rapporteur.mail.every=300", "--rapporteur.mail.host=127.0.0.1", "--rapporteur.mail.port=" + server.getImap().getPort(),
                "--rapporteur.mail.user=" + own, "--rapporteur.mail.password=secret", "--rapporteur.smtp.host=127.0.0.1",
                "--rapporteur.smtp.port=" + server.getSmtp().getPort(), "--rapporteur.smtp.starttls=false", "--rapporteur.smtp.from=" + own);
    }
}
