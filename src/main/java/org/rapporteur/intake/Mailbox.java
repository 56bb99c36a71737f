package org.rapporteur.intake;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.rapporteur.call.Calls;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox. What is new is kept to its last byte and committed to the ledger, and only then is the server told anything: a
 * message is settled when its delivery is decided. One that cannot be taken in stays where it is, is tried again, and keeps nobody waiting.
 */
@Component("mailbox")
public class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final MailAccount account;
    private final AccessTokens tokens;
    private final Ledgering ledger;
    private final Pulse pulse;
    private final Clock clock;
    private final BackOff pause = new BackOff();
    private ImapInbox.Since since = ImapInbox.Since.BEGINNING;

    Mailbox(MailAccount account, AccessTokens tokens, Ledgering ledger, Pulse pulse, Clock clock) {
        this.account = account;
        this.tokens = tokens;
        this.ledger = ledger;
        this.pulse = pulse;
        this.clock = clock;
    }

    /** One look; while the server is away, or refuses us, only every now and then. */
    public synchronized void look() {
        if (!pause.isOver(clock.instant())) {
            return;
        }
        try (Store store = account.open()) {
            look(store);
            pause.reset();
        } catch (AuthenticationFailedException refused) {
            tokens.forget();
            failed(MailFault.CREDENTIALS_REFUSED, "The mail server does not take the log-in of the mailbox: %s. Check rapporteur.mail.user and "
                    + "password, or the refresh token.", refused);
        } catch (MessagingException broken) {
            if (isAboutTrust(broken)) {
                failed(MailFault.NOT_TRUSTED, "The mail server does not prove that it is itself: %s. Check rapporteur.mail.host and its "
                        + "certificate; nothing was sent to it.", broken);
            } else {
                failed(MailFault.UNREACHABLE, "The mail server can't be reached: %s. It is tried again by itself.", broken);
            }
        }
    }

    private void look(Store store) throws MessagingException {
        try (Inbox inbox = account.settings().isPop3() ? new Pop3Inbox(account.settings(), store)
                : new ImapInbox(account.settings(), store, since)) {
            List<Message> messages = inbox.messages();
            List<Message> open = new ArrayList<>();
            List<Message> decided = new ArrayList<>();
            List<Message> held = new ArrayList<>();
            int left = 0;
            for (Message message : messages) {
                Optional<Delivery> delivery = taken(inbox, message);
                left += delivery.isEmpty() ? 1 : 0;
                DeliveryOutcome outcome = delivery.map(Delivery::outcome).orElse(null);
                (outcome == null ? open : outcome == DeliveryOutcome.HELD ? held : decided).add(message);
            }
            inbox.settle(decided, false);
            inbox.settle(held, true);
            if (inbox instanceof ImapInbox imap) {
                since = imap.next(messages, open);
            }
            ledger.count(account.settings().account(), inbox, messages);
            if (left == 0) {
                pulse.good();
            } else {
                pulse.bad(MailFault.MESSAGES_LEFT, "%d messages in the mailbox can't be taken in yet; the log tells why. They are tried again, and lie where they were."
                        .formatted(left));
            }
        }
    }

    /** @return the delivery of a message; empty where it could not be taken in now */
    private Optional<Delivery> taken(Inbox inbox, Message message) throws MessagingException {
        try {
            return Optional.of(ledger.take(inbox.key(message), message));
        } catch (FolderClosedException | StoreClosedException gone) {
            throw gone;
        } catch (MessagingException | IOException | RuntimeException cannot) {
            LOG.error("a message could not be taken in; it is tried again", cannot);
            return Optional.empty();
        }
    }

    private void failed(MailFault fault, String sentence, MessagingException cause) {
        // what a server says may hold addresses
        LOG.warn("look into the mailbox: {} ({})", fault, cause.getClass().getSimpleName());
        pulse.bad(fault, sentence.formatted(reason(cause)));
        pause.failed(clock.instant());
    }

    private static boolean isAboutTrust(MessagingException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof java.security.cert.CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(MessagingException cause) {
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return said.replaceAll("\\s+", " ").strip().replaceAll("[.;]$", "");
    }

    /** The side of the ledger. */
    @Component
    static class Ledgering {

        private final Intake intake;
        private final Deliveries deliveries;
        private final Calls calls;
        private final MailCounts counts;

        Ledgering(Intake intake, Deliveries deliveries, Calls calls, MailCounts counts) {
            this.intake = intake;
            this.deliveries = deliveries;
            this.calls = calls;
            this.counts = counts;
        }

        Delivery take(String key, Message message) throws MessagingException, IOException {
            Optional<Delivery> known = deliveries.find(Channel.MAIL, key);
            if (known.isPresent() && isSame(known.get(), message)) {
                return known.get();
            }
            // a server that was set up anew may give a number that another mail had
            String own = known.isEmpty() ? key : key + " " + messageId(message).orElseThrow();
            known = known.isEmpty() ? known : deliveries.find(Channel.MAIL, own);
            if (known.isPresent()) {
                return known.get();
            }
            Sha256 original = intake.keep(message::writeTo);
            Delivery delivery = intake.message(calls.current(), Channel.MAIL, own, original, Optional.empty(), arrived(message));
            LOG.info("delivery {} by mail", delivery.id());
            return delivery;
        }

        /** Counting costs the server more than looking: it is done when something has moved, and now and then. */
        void count(String account, Inbox inbox, List<Message> looked) throws MessagingException {
            Instant counted = counts.countedAt(account).orElse(Instant.EPOCH);
            if (!looked.isEmpty() || counts.areOld(counted)) {
                List<MailCounts.Count> now = inbox.counts();
                if (!now.isEmpty()) {
                    counts.replace(account, now);
                }
            }
        }

        /** Only a Message-ID that is another one tells another mail. */
        private static boolean isSame(Delivery known, Message message) {
            return messageId(message).map(id -> known.messageId() == null || known.messageId().equals(id)).orElse(true);
        }

        private static Optional<String> messageId(Message message) {
            try {
                String[] ids = message.getHeader("Message-ID");
                return ids == null ? Optional.empty() : MessageHead.messageId(ids[0]);
            } catch (MessagingException malformed) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> arrived(Message message) {
            try {
                return Optional.ofNullable(message.getReceivedDate()).map(Date::toInstant);
            } catch (MessagingException malformed) {
                return Optional.empty();
            }
        }
    }
}
