import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.OutputStream;
import java.util.Properties;

/** Downloads every message of a mailbox and keeps none: {@code BareMailLoop PORT}. Prints how many, and the seconds. */
class BareMailLoop {

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.imap.fetchsize", "1048576");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", Integer.parseInt(arguments[0]), "papers@intake.example", "secret");
            long start = System.nanoTime();
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Message[] messages = inbox.getMessages();
            for (Message message : messages) {
                message.writeTo(OutputStream.nullOutputStream());
            }
            System.out.printf("%d %.3f%n", messages.length, (System.nanoTime() - start) / 1e9);
        }
    }
}
