package org.rapporteur.intake;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

class GreenMailMailboxTest extends MailboxContract {

    private GreenMail server;

    @Override
    void start() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)});
        server.start();
        server.setUser("papers@localhost", "papers@localhost", password());
    }

    @Override
    void stop() {
        server.stop();
    }

    @Override
    int port() {
        return server.getImap().getPort();
    }

    @Override
    int pop3Port() {
        return server.getPop3().getPort();
    }

    @Override
    String user() {
        return "papers@localhost";
    }

    @Override
    String password() {
        return "trial";
    }
}
