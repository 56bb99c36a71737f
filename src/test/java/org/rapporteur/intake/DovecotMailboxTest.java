package org.rapporteur.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rapporteur.Dovecot;
import org.rapporteur.NeedsProgram;
import org.springframework.util.FileSystemUtils;

@NeedsProgram("dovecot")
@EnabledIf("org.rapporteur.Dovecot#mayRun")
class DovecotMailboxTest extends MailboxContract {

    private Path mail;
    private Dovecot server;

    @Override
    void start() throws IOException, InterruptedException {
        mail = Files.createTempDirectory("rapporteur-mail");
        server = new Dovecot(mail.resolve("server"), mail.resolve("boxes"), "dovecot");
    }

    @Override
    void stop() {
        server.close();
        FileSystemUtils.deleteRecursively(mail.toFile());
    }

    @Override
    int port() {
        return server.imap();
    }

    @Override
    int pop3Port() {
        return server.pop3();
    }

    @Override
    String user() {
        return "papers";
    }

    @Override
    String password() {
        return Dovecot.PASSWORD;
    }
}
