package org.rapporteur.desk;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.List;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.Dispatch;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.letter.Outbox;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /letters}: what is written to countries, for those who run the call: to approve, withdraw or send again. */
@Controller
class LettersPage {

    static final int LETTERS = 300;

    private final Calls calls;
    private final Letters letters;
    private final Outbox outbox;
    private final Dispatch dispatch;

    LettersPage(Calls calls, Letters letters, Outbox outbox, Dispatch dispatch) {
        this.calls = calls;
        this.letters = letters;
        this.outbox = outbox;
        this.dispatch = dispatch;
    }

    @GetMapping("/letters")
    String letters(Model model) {
        long call = calls.current().id();
        List<LetterRow> latest = letters.latest(call, LETTERS).stream().filter(letter -> letter.state() != LetterState.WAITS_FOR_APPROVAL)
                .map(LetterRow::of).toList();
        model.addAttribute("waiting", letters.in(call, LetterState.WAITS_FOR_APPROVAL).stream().map(LetterRow::of).toList())
                .addAttribute("latest", latest).addAttribute("most", LETTERS)
                .addAttribute("letters", calls.current().content().correspondence().letters().name().toLowerCase(Locale.ROOT));
        return "letters";
    }

    @GetMapping("/letters/{id}")
    String letter(@PathVariable long id, Model model) {
        Letter letter = ofThisCall(id);
        model.addAttribute("row", LetterRow.of(letter)).addAttribute("letter", letter)
                .addAttribute("text", letter.choice().map(choice -> choice.text()).orElse(letter.content().text()));
        return "letter";
    }

    /** The letter as a page, which may do nothing here but be looked at. */
    @GetMapping("/letters/{id}/page")
    ResponseEntity<byte[]> page(@PathVariable long id) {
        Letter letter = ofThisCall(id);
        String html = letter.choice().map(choice -> choice.html()).orElse(letter.content().html());
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/letters/{id}/approve")
    String approve(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, outbox.approve(ofThisCall(id).id(), actor(principal)), onItsWay(id, ""), next);
    }

    @PostMapping("/letters/{id}/confirm")
    String confirm(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, outbox.confirm(ofThisCall(id).id(), actor(principal)), onItsWay(id, ", with what was not found"), next);
    }

    @PostMapping("/letters/{id}/withdraw")
    String withdraw(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, outbox.withdraw(ofThisCall(id).id(), actor(principal)), "The letter stays here. It can still be sent.", next);
    }

    @PostMapping("/letters/{id}/again")
    String again(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, outbox.sendAgain(ofThisCall(id).id(), actor(principal)), onItsWay(id, " once more, the same under the same Message-ID"), next);
    }

    private String onItsWay(long id, String how) {
        return "The letter is on its way%s%s.".formatted(how, dispatch.mayLeaveToday(ofThisCall(id)) ? ""
                : "; its address has had as many letters today as one gets, so that it leaves tomorrow");
    }

    private static String told(long id, boolean done, String sentence, RedirectAttributes next) {
        next.addFlashAttribute(done ? "done" : "fault", done ? sentence
                : "Nothing was changed: somebody decided on this letter before you, or it has left in the meantime.");
        return "redirect:/letters/" + id;
    }

    private Letter ofThisCall(long id) {
        return letters.find(id).filter(letter -> letter.content().call() == calls.current().id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Actor actor(Principal principal) {
        return new Actor(principal.getName());
    }
}
