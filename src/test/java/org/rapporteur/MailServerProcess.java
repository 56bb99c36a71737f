package org.rapporteur;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A mail server that survives the house: GreenMail in a process of its own, which ends with the one that started it. */
public final class MailServerProcess implements AutoCloseable {

    /** log-in of the mailbox that papers are sent to; any other mailbox opens with its address as log-in and password */
    public static final String ADDRESS = "papers@intake.example";
    public static final String PASSWORD = "secret";

    private final Process process;
    private final int smtp;
    private final int imap;

    /** @param folder where its output is kept */
    public MailServerProcess(Path folder) throws IOException, InterruptedException {
        smtp = Waiting.freePort();
        imap = Waiting.freePort();
        List<String> command = Cli.java(List.of(), MailServerProcess.class);
        command.addAll(List.of(String.valueOf(smtp), String.valueOf(imap)));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("mail-server.txt").toFile()).start();
        Waiting.until(() -> Waiting.listens(smtp) && Waiting.listens(imap));
    }

    public int smtp() {
        return smtp;
    }

    public int imap() {
        return imap;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** @param ports SMTP and IMAP */
    public static void main(String... ports) throws IOException {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.parseInt(ports[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Integer.parseInt(ports[1]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        server.setUser(ADDRESS, ADDRESS, PASSWORD);
        server.start();
        // standing input ends with the process that started this one
        while (System.in.read() >= 0) {
            // nobody says anything
        }
        server.stop();
    }
}
