package org.rapporteur.pipeline;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** The mailbox inside the process, for trials, when no other is configured: it keeps nothing beyond the life of the process. */
@Component
@ConditionalOnExpression("${rapporteur.doors} and '${rapporteur.mail.host:}' == ''")
class TrialMailbox implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TrialMailbox.class);
    private static final String LOCAL = "127.0.0.1";

    private final GreenMail mailbox;

    TrialMailbox(@Value("${rapporteur.mail.trial-smtp-port:3025}") int smtp, @Value("${rapporteur.mail.port:3143}") int imap,
            @Value("${rapporteur.mail.user:papers@localhost}") String address,
            @Value("${rapporteur.mail.password:trial}") String password) {
        seeThatItIsFree(smtp, "rapporteur.mail.trial-smtp-port");
        seeThatItIsFree(imap, "rapporteur.mail.port");
        mailbox = new GreenMail(new ServerSetup[] {new ServerSetup(smtp, LOCAL, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, LOCAL, ServerSetup.PROTOCOL_IMAP)});
        mailbox.start();
        mailbox.setUser(address, address, password);
        LOG.warn("trial mailbox on SMTP {} and IMAP {}: it keeps nothing", smtp, imap);
    }

    /** GreenMail itself would tell it in a thread of its own, as a stack trace. */
    private static void seeThatItIsFree(int port, String setting) {
        try (ServerSocket tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress(LOCAL, port));
        } catch (IOException taken) {
            throw new MailPortInUse(port, setting, taken);
        }
    }

    @Override
    public void destroy() {
        mailbox.stop();
    }
}
