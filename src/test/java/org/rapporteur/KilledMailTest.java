package org.rapporteur;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Mail for a house that is killed again and again while the mail server stands elsewhere and turns away a third of the letters: in the end
 * every mail is one delivery, and every sender has the receipt, copies of it under the same Message-ID.
 */
class KilledMailTest {

    private static final long SEED = Long.getLong("rapporteur.kill-seed", 20040714L);
    private static final int MAILS = Integer.getInteger("rapporteur.mails", 16);
    private static final int KILLS = Integer.getInteger("rapporteur.mail-kills", 2);
    /** a mail is taken in, read, split, coded and answered */
    private static final int STEPS = 5 * MAILS;
    private static final List<String> COUNTRIES = List.of("aus", "aut", "bel", "can", "che", "cze", "deu", "dnk", "esp", "fin");
    private static final Pattern NUMBER = Pattern.compile("MCH-2004-[A-Z]{3}-\\d{3}");
    private static final Pattern STEP = Pattern.compile(" done$| by mail$|letter \\d+: Taken$");

    @TempDir
    Path folder;

    @Test
    void everyMailIsOneDeliveryAndEverySenderIsAnswered() throws Exception {
        Path data = folder.resolve("data");
        allowLetters(data);
        try (MailServerProcess server = new MailServerProcess(folder); RefusingPort port = new RefusingPort(server.smtp(), SEED)) {
            for (int i = 0; i < MAILS; i++) {
                send(server.smtp(), i);
            }
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                killAfter(1 + random.nextInt(STEPS / KILLS), data, server, port);
            }
            Process house = start(data, server, port);
            try {
                Waiting.until(Duration.ofMinutes(5), () -> receipts(server).size() == MAILS);
            } finally {
                house.descendants().forEach(ProcessHandle::destroyForcibly);
                house.destroy();
                house.waitFor();
            }
            Map<String, Set<String>> receipts = receipts(server);
            System.out.printf("%d mails, %d kills, %d connections turned away, %d receipts%n", MAILS, KILLS, port.refused(), receipts.size());
            assertThat(port.refused()).isPositive();
            assertThat(receipts.values()).as("Message-IDs of the copies of a receipt").allMatch(ids -> ids.size() == 1);
            assertThat(messageIdsInTheLedger(data)).hasSize(MAILS).doesNotHaveDuplicates();
        }
    }

    private static void allowLetters(Path data) throws IOException {
        Path call = data.resolve("calls/MCH-2004/call.yaml");
        Files.createDirectories(call.getParent());
        Files.writeString(call, Files.readString(Path.of("src/main/resources/calls/MCH-2004/call.yaml"))
                .replace("letters: approve", "letters: automatic"));
    }

    private static void send(int smtp, int number) throws MessagingException {
        String from = "country.paper@%s.example".formatted(COUNTRIES.get(number % COUNTRIES.size()));
        Properties properties = new Properties();
        properties.put("mail.smtp.from", from);
        String raw = "From: %s\r\nTo: %s\r\nSubject: Paper %d\r\nMessage-ID: <paper-%d@mail.example>\r\n\r\n%s\r\n".formatted(from,
                MailServerProcess.ADDRESS, number, number, ("In year %d the fund number %d was cut again. ".formatted(1990 + number, number)).repeat(25));
        MimeMessage message = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect("127.0.0.1", smtp, null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Process start(Path data, MailServerProcess server, RefusingPort port) throws IOException {
        return Cli.start(folder.resolve("house.txt"), List.of("-Drapporteur.mail.host=127.0.0.1", "-Drapporteur.mail.port=" + server.imap(),
                "-Drapporteur.mail.user=" + MailServerProcess.ADDRESS, "-Drapporteur.mail.password=" + MailServerProcess.PASSWORD,
                "-Drapporteur.mail.every=300", "-Drapporteur.smtp.host=127.0.0.1", "-Drapporteur.smtp.port=" + port.port(),
                "-Drapporteur.smtp.starttls=false", "-Drapporteur.letters.per-day=1000"), "serve", "--data", data.toString(), "--port", "0");
    }

    /** Kills as soon as the log tells that many more steps. */
    private void killAfter(int steps, Path data, MailServerProcess server, RefusingPort port) throws Exception {
        long before = steps(data);
        Process house = start(data, server, port);
        while (house.isAlive() && steps(data) < before + steps) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(house.isAlive()).as("it ended before it could be killed: %s", Files.readString(folder.resolve("house.txt"))).isTrue();
        house.descendants().forEach(ProcessHandle::destroyForcibly);
        house.destroyForcibly().waitFor();
        System.out.printf("killed after step %d (asked: %d, seed %d)%n", steps(data) - before, steps, SEED);
    }

    private static long steps(Path data) throws IOException {
        Path log = data.resolve("log/rapporteur.log");
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> STEP.matcher(line).find()).count() : 0;
    }

    /** The Message-IDs of all copies of a receipt, by the Message-ID of the mail that it answers. What took over five minutes is acknowledged too. */
    private static Map<String, Set<String>> receipts(MailServerProcess server) throws MessagingException {
        Map<String, Set<String>> receipts = new TreeMap<>();
        for (String country : COUNTRIES) {
            String address = "country.paper@%s.example".formatted(country);
            try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect("127.0.0.1", server.imap(), address, address);
                Folder inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    if (!NUMBER.matcher(message.getSubject()).find()) {
                        continue;
                    }
                    receipts.computeIfAbsent(message.getHeader("In-Reply-To")[0], key -> new HashSet<>()).add(message.getHeader("Message-ID")[0]);
                }
            } catch (AuthenticationFailedException nothingCameYet) {
                continue;
            }
        }
        return receipts;
    }

    private static List<String> messageIdsInTheLedger(Path data) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:%s/db/rapporteur;MODE=PostgreSQL;AUTO_SERVER=TRUE;WRITE_DELAY=0".formatted(data.toAbsolutePath()));
        source.setUser("rapporteur");
        return JdbcClient.create(source).sql("SELECT message_id FROM delivery WHERE outcome IS NOT NULL").query(String.class).list();
    }
}
