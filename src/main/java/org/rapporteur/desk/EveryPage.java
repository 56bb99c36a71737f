package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is there, and whether this is a trial. */
@ControllerAdvice
class EveryPage {

    private final boolean trial;

    /** @param mailHost of the mailbox that papers are fetched from; empty where it is the trial's */
    EveryPage(@Value("${rapporteur.mail.host:}") String mailHost) {
        this.trial = mailHost.isEmpty();
    }

    @ModelAttribute
    Visitor visitor(HttpServletRequest request) {
        return Visitor.of(request);
    }

    @ModelAttribute("trial")
    boolean trial() {
        return trial;
    }
}
