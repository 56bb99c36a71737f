package org.rapporteur.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, over SMTP. It writes nothing down: what became of a letter is written by the caller. */
@Component
public class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int LONGEST_REPLY = 300;

    private final Letters letters;
    private final MailServer server;
    private final LetterSettings settings;
    private final Clock clock;

    Dispatch(Letters letters, MailServer server, LetterSettings settings, Clock clock) {
        this.letters = letters;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param id key of a letter; twice may be two copies, with the same Message-ID */
    public Dispatched send(long id) {
        Letter letter = letters.get(id);
        if (letter.state() != LetterState.TO_SEND) {
            return new Dispatched.NotWanted();
        }
        if (!mayLeaveToday(letter)) {
            return new Dispatched.NotToday(Duration.between(clock.instant(), today().plus(1, ChronoUnit.DAYS)));
        }
        return server.isNamed() ? send(letter)
                : new Dispatched.Later("No mail server is named that takes letters; set rapporteur.smtp.host.");
    }

    /** Whether its address has not had its share of the day yet; for alarms there is none. */
    public boolean mayLeaveToday(Letter letter) {
        return letter.content().kind().staysInTheHouse() || letters.sentTo(letter.content().recipient(), today()) < settings.perDay();
    }

    private Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    private Dispatched send(Letter letter) {
        try {
            MimeMessage message = LetterMessage.of(letter, server.settings(), clock.instant());
            Transport transport = server.connect();
            try {
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                close(transport);
            }
            return new Dispatched.Taken();
        } catch (MessagingException refused) {
            return forGood(refused) ? new Dispatched.Never("The mail server does not take mail for this address: %s. Check the address, then send it again."
                    .formatted(reply(refused)))
                    : new Dispatched.Later("The mail server did not take it yet: %s.".formatted(reply(refused)));
        }
    }

    /** What the server took it has taken, however it says good-bye. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException rude) {
            LOG.debug("the mail server broke off", rude);
        }
    }

    /** A reply from 550 to 559 to the address itself; everything else may be different next time. */
    private static boolean forGood(MessagingException refused) {
        for (Exception cause = refused; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address && address.getReturnCode() >= 550 && address.getReturnCode() < 560) {
                return true;
            }
        }
        return false;
    }

    /** The innermost reason, which is what the server said, in one line. */
    private static String reply(MessagingException refused) {
        Exception last = refused;
        while (next(last) != null) {
            last = next(last);
        }
        String line = (last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage()).replaceAll("\\s+", " ").strip()
                .replaceAll("[.;]$", "");
        return line.length() <= LONGEST_REPLY ? line : line.substring(0, LONGEST_REPLY);
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
