package org.rapporteur.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** What {@code serve} says when it is ready. */
final class Welcome {

    private Welcome() {}

    static List<String> lines(Environment settings) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Papers are taken in from %s/inbox/<ISO3>/, such as inbox/KOR/paper.docx".formatted(settings.getProperty("rapporteur.data")));
        if (settings.getProperty("rapporteur.mail.host") == null) {
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
