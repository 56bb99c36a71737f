package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.submission.Deliveries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is there, and whether this is a trial. */
@ControllerAdvice
class EveryPage {

    private final Calls calls;
    private final Letters letters;
    private final Deliveries deliveries;
    private final boolean trial;

    /** @param mailHost of the mailbox that papers are fetched from; empty where it is the trial's */
    EveryPage(Calls calls, Letters letters, Deliveries deliveries, @Value("${rapporteur.mail.host:}") String mailHost) {
        this.calls = calls;
        this.letters = letters;
        this.deliveries = deliveries;
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

    /** How many letters wait for somebody who runs the call; 0 for others. */
    @ModelAttribute("lettersWaiting")
    int lettersWaiting(HttpServletRequest request) {
        return Visitor.of(request).runsTheCall() ? letters.count(calls.current().id(), LetterState.WAITS_FOR_APPROVAL) : 0;
    }

    /** How many deliveries are held; 0 for those who do not run the call. */
    @ModelAttribute("heldCount")
    int heldCount(HttpServletRequest request) {
        return Visitor.of(request).runsTheCall() ? deliveries.held(calls.current().id()) : 0;
    }
}
