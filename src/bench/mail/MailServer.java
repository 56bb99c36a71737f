import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An IMAP server with one mailbox that holds the messages of a folder: {@code MailServer FOLDER COPIES PORT UIDS}. What is no message is
 * sent as the attachment of one. UIDS is a file to write, a line "UID tab path" for each message. Ends with its standing input.
 */
class MailServer {

    static final String ADDRESS = "papers@intake.example";
    static final String PASSWORD = "secret";

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        GreenMail server = new GreenMail(new ServerSetup(Integer.parseInt(arguments[2]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        GreenMailUser user = server.setUser(ADDRESS, ADDRESS, PASSWORD);
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
        List<String> uids = new ArrayList<>();
        for (int copy = 0; copy < Integer.parseInt(arguments[1]); copy++) {
            for (Path file : files(folder)) {
                long uid = inbox.appendMessage(message(file), new Flags(), new Date());
                uids.add(uid + "\t" + folder.relativize(file));
            }
        }
        Files.write(Path.of(arguments[3]), uids);
        server.start();
        while (System.in.read() >= 0) {
            // nobody says anything
        }
        server.stop();
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().matches("(README|MANIFEST|\\.).*")).sorted().toList();
        }
    }

    /** Its bytes as they are, where the file is a message. */
    private static MimeMessage message(Path file) throws Exception {
        Session session = Session.getInstance(new Properties());
        if (!file.getFileName().toString().matches("(?i).*\\.(msg|dat|p7m|p7s|mbox|mht|mhtml)") || file.toString().contains("mime4j")) {
            try (InputStream in = Files.newInputStream(file)) {
                return new MimeMessage(session, in);
            }
        }
        MimeMessage message = new MimeMessage(session);
        MimeBodyPart text = new MimeBodyPart();
        text.setText("The paper is attached.");
        MimeBodyPart attached = new MimeBodyPart();
        attached.attachFile(file.toFile());
        message.setFrom("somebody@elsewhere.example");
        message.setRecipients(Message.RecipientType.TO, ADDRESS);
        message.setSubject(file.getFileName().toString());
        message.setContent(new MimeMultipart(text, attached));
        message.saveChanges();
        return message;
    }
}
