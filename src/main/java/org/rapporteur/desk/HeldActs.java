package org.rapporteur.desk;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Locale;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Contact;
import org.rapporteur.call.ContactRole;
import org.rapporteur.call.MailAddress;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Answer;
import org.rapporteur.intake.Attaching;
import org.rapporteur.intake.HeldDesk;
import org.rapporteur.intake.Treatment;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.Placement;
import org.rapporteur.submission.PlacementKind;
import org.rapporteur.submission.StandIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the secretariat does with held deliveries; each act leads back to the delivery, and says what came of it. */
@Controller
@RequestMapping("/held/{id}")
class HeldActs {

    private final OfTheCall ofTheCall;
    private final HeldDesk desk;
    private final Treatment treatment;
    private final Attaching attaching;

    HeldActs(OfTheCall ofTheCall, HeldDesk desk, Treatment treatment, Attaching attaching) {
        this.ofTheCall = ofTheCall;
        this.desk = desk;
        this.treatment = treatment;
        this.attaching = attaching;
    }

    /** @param add whether the sender becomes a contact of the country */
    @PostMapping("/accept")
    String accept(@PathVariable long id, @RequestParam(defaultValue = "") String country, @RequestParam(defaultValue = "false") boolean add,
            @RequestParam(defaultValue = "AUTHOR") ContactRole role, @RequestParam(defaultValue = "en") String language,
            Principal principal, RedirectAttributes next) {
        Delivery delivery = ofTheCall.delivery(id);
        if (!country.matches("[A-Z]{2,5}")) {
            return told(id, new Answer.Unchanged("Nothing was changed: please choose the country whose paper this is."), next);
        }
        if (add && !MailAddress.is(delivery.sender())) {
            return told(id, new Answer.Unchanged("Nothing was changed: there is no address of its sender that could become a contact."), next);
        }
        CountryCode named = new CountryCode(country);
        Contact contact = add ? new Contact(named, delivery.sender(), role, Locale.of(language.matches("[a-z]{2}") ? language : "en")) : null;
        return told(id, desk.accept(ofTheCall.call(), id, named, contact, actor(principal)), next);
    }

    @PostMapping("/again")
    String again(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, desk.tryAgain(ofTheCall.delivery(id).id(), actor(principal)), next);
    }

    /** @param paper key of the submission that it belongs to */
    @PostMapping("/treat")
    String treat(@PathVariable long id, @RequestParam PlacementKind kind, @RequestParam long paper, Principal principal,
            RedirectAttributes next) {
        Placement placement = new Placement(kind, kind == PlacementKind.ANOTHER_PAPER ? null : paper);
        return told(id, treatment.treatAs(ofTheCall.call(), ofTheCall.delivery(id).id(), placement, actor(principal)), next);
    }

    @PostMapping("/another")
    String another(@PathVariable long id, Principal principal, RedirectAttributes next) {
        Placement placement = new Placement(PlacementKind.ANOTHER_PAPER, null);
        return told(id, treatment.treatAs(ofTheCall.call(), ofTheCall.delivery(id).id(), placement, actor(principal)), next);
    }

    @PostMapping("/parts/{part}/leave-out")
    String leaveOut(@PathVariable long id, @PathVariable long part, Principal principal, RedirectAttributes next) {
        return told(id, treatment.leaveOut(ofTheCall.call(), id, ofTheCall.part(id, part).id(), actor(principal)), next);
    }

    @PostMapping("/parts/{part}/take-in")
    String takeIn(@PathVariable long id, @PathVariable long part, Principal principal, RedirectAttributes next) {
        return told(id, treatment.takeIn(ofTheCall.call(), id, ofTheCall.part(id, part).id(), actor(principal)), next);
    }

    /** @param file a transcription of the part, or a better file of it; at most 30 MB, as is every upload */
    @PostMapping("/parts/{part}/stand-in")
    String standIn(@PathVariable long id, @PathVariable long part, @RequestParam StandIn.Kind kind, @RequestParam MultipartFile file,
            Principal principal, RedirectAttributes next) throws IOException {
        Part found = ofTheCall.part(id, part);
        if (file.isEmpty()) {
            return told(id, new Answer.Unchanged("Nothing was changed: please choose a file that is not empty."), next);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        Originals.Source<IOException> bytes = out -> {
            try (InputStream in = file.getInputStream()) {
                in.transferTo(out);
            }
        };
        return told(id, attaching.attach(ofTheCall.call(), id, found.id(), kind, name, bytes, actor(principal)), next);
    }

    @PostMapping("/refuse")
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal principal, RedirectAttributes next) {
        return told(id, desk.refuse(ofTheCall.call(), ofTheCall.delivery(id).id(), reason, actor(principal)), next);
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable long id, Principal principal, RedirectAttributes next) {
        return told(id, desk.takeBack(ofTheCall.call(), ofTheCall.delivery(id).id(), actor(principal)), next);
    }

    private static String told(long id, Answer answer, RedirectAttributes next) {
        next.addFlashAttribute(switch (answer) {
            case Answer.Done done -> "done";
            case Answer.Unchanged unchanged -> "fault";
        }, answer.sentence());
        return "redirect:/held/" + id;
    }

    private static Actor actor(Principal principal) {
        return new Actor(principal.getName());
    }
}
