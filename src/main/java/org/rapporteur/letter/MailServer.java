package org.rapporteur.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server that takes letters: the one that is configured, or in a trial the mailbox of the trial. */
@Component
class MailServer {

    private static final String TRIAL = "127.0.0.1";
    private static final int SMTPS = 465;
    private static final String WAIT = "30000";

    private final SmtpSettings settings;
    private final boolean trial;
    private final int trialPort;

    /** @param mailHost of the mailbox that papers are fetched from; empty where it is the trial's */
    MailServer(SmtpSettings settings, @Value("${rapporteur.mail.host:}") String mailHost,
            @Value("${rapporteur.mail.trial-smtp-port:3025}") int trialPort) {
        this.settings = settings;
        this.trial = settings.host() == null && mailHost.isEmpty();
        this.trialPort = trialPort;
    }

    SmtpSettings settings() {
        return settings;
    }

    boolean isNamed() {
        return trial || settings.host() != null;
    }

    Transport connect() throws MessagingException {
        Session session = Session.getInstance(properties());
        Transport transport = session.getTransport("smtp");
        if (trial) {
            transport.connect(TRIAL, trialPort, null, null);
        } else {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        }
        return transport;
    }

    private Properties properties() {
        boolean encrypted = !trial && settings.starttls();
        Properties properties = new Properties();
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", String.valueOf(!trial && settings.user() != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf(encrypted));
        properties.put("mail.smtp.starttls.required", String.valueOf(encrypted && settings.port() != SMTPS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(encrypted && settings.port() == SMTPS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", WAIT);
        properties.put("mail.smtp.timeout", WAIT);
        properties.put("mail.smtp.writetimeout", WAIT);
        return properties;
    }
}
