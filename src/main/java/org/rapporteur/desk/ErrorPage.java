package org.rapporteur.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The one page for what goes wrong: a sentence, and what to do; never what the machine thought. */
@Controller
class ErrorPage implements ErrorController {

    /** What is told of a status. */
    record Told(String title, String sentence, String remedy) {}

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        // whoever asks for this address himself has no error
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        model.addAttribute("told", told(status)).addAttribute("status", status);
        return "error";
    }

    private static Told told(int status) {
        return switch (status) {
            case 400 -> new Told("This address can't be read", "Something in the address or the form is not as it should be.",
                    "Go back and try again, or start from the search.");
            case 403 -> new Told("This is not open to you",
                    "Your role does not allow it, or the page had been open for too long before it was sent.",
                    "Load the page anew and try again; if it stays closed, ask an administrator.");
            case 404 -> new Told("There is nothing here", "No page, paper or passage of this address is open to you.",
                    "Check the address, or look for the passage in the search.");
            case 405 -> new Told("This address can't be used like that", "It answers to another kind of request.",
                    "Start from the search.");
            case 413 -> new Told("This is too large", "A file may have 30 MB, and all files together 60 MB.",
                    "Send the text alone, or one file at a time; what is larger can be sent by mail.");
            default -> status < 500
                    ? new Told("This can't be answered", "The request is not one that the desk knows.", "Start from the search.")
                    : new Told("Something broke here", "It is our fault, not yours, and nothing of yours is lost.",
                            "Try again in a minute; if it breaks again, tell an administrator when it happened: the log says more.");
        };
    }
}
