package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Databases;
import org.rapporteur.Rows;

/** A mail server whose certificate nobody vouches for, and one that cannot encrypt. */
class MailAccountTest {

    private GreenMail server;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)});
        server.start();
        server.setUser("papers@localhost", "papers@localhost", "trial");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() {
        assertThatThrownBy(() -> account("imaps", server.getImaps().getPort(), false).open()).isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(Exception.class).satisfies(broken -> assertThat(causes(broken)).anyMatch(SSLException.class::isInstance));
    }

    @Test
    void whereTheConnectionCannotBeEncryptedThePasswordIsNotSent() {
        assertThatThrownBy(() -> account("imap", server.getImap().getPort(), true).open()).isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void aProtocolThatNobodyKnowsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> account("exchange", 1, false)).hasMessageContaining("imap, imaps, pop3 or pop3s");
    }

    private static java.util.List<Throwable> causes(Throwable broken) {
        return java.util.stream.Stream.iterate(broken, java.util.Objects::nonNull, Throwable::getCause).toList();
    }

    private static MailAccount account(String protocol, int port, boolean starttls) {
        MailSettings settings = new MailSettings("127.0.0.1", protocol, port, "papers@localhost", "trial", "INBOX", "Processed", "Held", true, false,
                starttls, null, Duration.ofMinutes(15));
        return new MailAccount(settings, new AccessTokens(new RefreshTokens(new Rows(Databases.h2()).jdbc(), Clock.systemUTC()), Clock.systemUTC()));
    }
}
