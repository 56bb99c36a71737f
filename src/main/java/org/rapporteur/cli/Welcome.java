package org.rapporteur.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapporteur.account.Accounts;
import org.springframework.core.env.Environment;

/** What {@code serve} says when it is ready. */
final class Welcome {

    private Welcome() {}

    /** @param password of the first account, as long as nobody has chosen one */
    static List<String> lines(Environment settings, Optional<String> password) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The desk: http://%s:%s".formatted(settings.getProperty("server.address"),
                settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"))));
        password.ifPresent(once -> lines.add("Log in as '%s' with the one-time password %s; you choose your own then."
                .formatted(Accounts.FIRST, once)));
        lines.add("Papers are taken in from %s/inbox/<ISO3>/, such as inbox/KOR/paper.docx".formatted(settings.getProperty("rapporteur.data")));
        if (settings.getProperty("rapporteur.mail.host", "").isEmpty()) {
            String smtp = settings.getProperty("rapporteur.mail.trial-smtp-port", "3025");
            lines.add("Trial mailbox papers@localhost (SMTP %s, IMAP %s): it keeps nothing. Send it a paper from a contact of the call:"
                    .formatted(smtp, settings.getProperty("rapporteur.mail.port", "3143")));
            lines.add("  curl smtp://localhost:%s --mail-from country.paper@isl.example --mail-rcpt papers@localhost -T sample-reports/.by-mail/iceland-country-paper.eml"
                    .formatted(smtp));
        }
        lines.add("Ready; end with Ctrl-C.");
        return lines;
    }
}
