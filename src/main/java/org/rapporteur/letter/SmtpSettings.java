package org.rapporteur.letter;

import org.jspecify.annotations.Nullable;
import org.rapporteur.call.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave the house.
 *
 * @param host of the mail server that takes them; null: in a trial the mailbox of the trial, else nothing is sent
 * @param port its port
 * @param user log-in; null where it wants none
 * @param password log-in
 * @param starttls whether the connection has to be encrypted before anything is said
 * @param from the address letters come from, which is the one that papers are sent to
 * @param name printed beside the address
 */
@ConfigurationProperties("rapporteur.smtp")
public record SmtpSettings(@Nullable String host, @DefaultValue("587") int port, @Nullable String user, @Nullable String password,
        @DefaultValue("true") boolean starttls, @DefaultValue("papers@localhost") String from, @DefaultValue("") String name) {

    public SmtpSettings {
        if (!MailAddress.is(from)) {
            throw new IllegalArgumentException("rapporteur.smtp.from is the address that letters come from, such as papers@secretariat.example, not '%s'"
                    .formatted(from));
        }
    }

    /** What stands behind the @ of the sender. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpSettings[%s:%d]".formatted(host, port);
    }
}
