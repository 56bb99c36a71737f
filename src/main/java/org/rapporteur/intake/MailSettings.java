package org.rapporteur.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that papers are fetched from.
 *
 * @param host of the mail server; null or empty: the mailbox of the trial, in this process
 * @param protocol imap, imaps, pop3 or pop3s
 * @param port its port
 * @param user log-in
 * @param password log-in; not asked for where oauth is set
 * @param folder that is read
 * @param processed folder that mail is moved to once it is decided
 * @param held folder that mail is moved to while it waits for a person
 * @param move whether mail is moved at all; else it is flagged where it lies
 * @param delete whether mail is deleted from a POP3 mailbox once it is decided; it never is from IMAP
 * @param starttls whether the connection has to be encrypted before anything is said
 * @param oauth where access tokens come from; null where a password is used
 * @param quiet how long no look may go well before the secretariat is told
 */
@ConfigurationProperties("rapporteur.mail")
public record MailSettings(@Nullable String host, @DefaultValue("imap") String protocol, @DefaultValue("3143") int port,
        @DefaultValue("papers@localhost") String user, @DefaultValue("trial") String password, @DefaultValue("INBOX") String folder,
        @DefaultValue("Processed") String processed, @DefaultValue("Held") String held, @DefaultValue("true") boolean move,
        @DefaultValue("false") boolean delete, @DefaultValue("false") boolean starttls, @Nullable Oauth oauth,
        @DefaultValue("15m") Duration quiet) {

    public MailSettings {
        if (!protocol.matches("imaps?|pop3s?")) {
            throw new IllegalArgumentException("rapporteur.mail.protocol is imap, imaps, pop3 or pop3s, not '" + protocol + "'");
        }
    }

    /** Where access tokens come from (RFC 6749): the refresh token is the first one; a newer one that is issued replaces it. */
    public record Oauth(String tokenUrl, String clientId, @DefaultValue("") String clientSecret, String refreshToken) {

        @Override
        public String toString() {
            return "Oauth[" + tokenUrl + "]";
        }
    }

    public boolean isTrial() {
        return host == null || host.isBlank();
    }

    /** What deliveries of this mailbox are known by: log-in and server, as they stand at the head of their keys. */
    public String account() {
        return isTrial() ? user : user + " on " + host;
    }

    boolean isPop3() {
        return protocol.startsWith("pop3");
    }

    @Override
    public String toString() {
        return "MailSettings[%s://%s:%d]".formatted(protocol, host, port);
    }
}
