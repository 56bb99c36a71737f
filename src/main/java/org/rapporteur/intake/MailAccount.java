package org.rapporteur.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Opens the mailbox: by password or by access token, encrypted where it is to be, and never on the word of a certificate that is not the server's. */
@Component
class MailAccount {

    private static final String LOCAL = "127.0.0.1";
    private static final String CONNECT = "20000";
    private static final String WAIT = "60000";
    private static final String PIECE = String.valueOf(1 << 20);

    private final MailSettings settings;
    private final AccessTokens tokens;

    MailAccount(MailSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    MailSettings settings() {
        return settings;
    }

    /** @throws jakarta.mail.AuthenticationFailedException where the server refuses the log-in, or no access token can be had */
    Store open() throws MessagingException {
        Store store = Session.getInstance(properties()).getStore(settings.protocol());
        store.connect(settings.isTrial() ? LOCAL : settings.host(), settings.port(), settings.user(),
                settings.oauth() == null ? settings.password() : tokens.access(settings.account(), settings.oauth()));
        return store;
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + settings.protocol() + ".";
        properties.put(prefix + "connectiontimeout", CONNECT);
        properties.put(prefix + "timeout", WAIT);
        properties.put(prefix + "writetimeout", WAIT);
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", PIECE);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (settings.starttls()) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (settings.oauth() != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
            // some servers want the token in a line of its own
            properties.put(prefix + "auth.xoauth2.two.line.authentication.format", String.valueOf(settings.isPop3()));
        }
        return properties;
    }
}
