package org.rapporteur.desk;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.UploadLink;
import org.rapporteur.intake.UploadLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /upload-links}: the secret addresses at which countries may hand in papers, for those who run the call. */
@Controller
class UploadLinksPage {

    private static final String HERE = "redirect:/upload-links";
    private static final int LONGEST_DAYS = 366;

    private final Calls calls;
    private final UploadLinks links;
    private final Clock clock;
    private final String desk;

    /** @param desk what links lead to */
    UploadLinksPage(Calls calls, UploadLinks links, Clock clock, @Value("${rapporteur.desk.address}") String desk) {
        this.calls = calls;
        this.links = links;
        this.clock = clock;
        this.desk = desk;
    }

    /** A link as the page shows it. */
    record LinkRow(long id, String country, String made, String expires, String word, boolean open) {}

    @GetMapping("/upload-links")
    String page(Model model) {
        Call call = calls.current();
        model.addAttribute("links", links.of(call.id()).stream().map(link -> row(link, clock.instant())).toList())
                .addAttribute("countries", call.content().invited().stream().sorted(Countries.order(Locale.ENGLISH))
                        .map(country -> new Found.Choice(country.value(), Countries.name(country, Locale.ENGLISH), 0, false, false)).toList());
        return "upload-links";
    }

    @PostMapping("/upload-links")
    String make(@RequestParam String country, @RequestParam(defaultValue = "60") int days, Principal principal, RedirectAttributes next) {
        Call call = calls.current();
        CountryCode whose = new CountryCode(country);
        if (!call.invites(whose) || days < 1 || days > LONGEST_DAYS) {
            next.addFlashAttribute("fault", "A link is for a country that is invited, and opens for 1 to %d days; choose again.".formatted(LONGEST_DAYS));
            return HERE;
        }
        String secret = links.make(call.id(), whose, Duration.ofDays(days), new Actor(principal.getName()));
        next.addFlashAttribute("address", desk + "/upload/" + secret).addFlashAttribute("country", Countries.name(whose, Locale.ENGLISH));
        return HERE;
    }

    @PostMapping("/upload-links/{id}/revoke")
    String revoke(@PathVariable long id, Principal principal) {
        links.revoke(calls.current().id(), id, new Actor(principal.getName()));
        return HERE;
    }

    private static LinkRow row(UploadLink link, Instant now) {
        return new LinkRow(link.id(), Countries.name(link.country(), Locale.ENGLISH), "%s, by %s".formatted(Moments.shown(link.madeAt()), link.madeBy().name()),
                Moments.shown(link.expiresAt()), link.revokedAt() != null ? "revoked" : link.isOpen(now) ? "open" : "expired", link.isOpen(now));
    }
}
