package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: who is there, and whether this is a trial. */
@ControllerAdvice
class EveryPage {

    private final DeskSettings settings;

    EveryPage(DeskSettings settings) {
        this.settings = settings;
    }

    @ModelAttribute
    Visitor visitor(HttpServletRequest request) {
        return Visitor.of(request);
    }

    @ModelAttribute("trial")
    boolean trial() {
        return settings.trial();
    }
}
