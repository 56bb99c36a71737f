package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.call.MailAddress;
import org.rapporteur.search.Hit;
import org.rapporteur.search.SavedSearch;
import org.rapporteur.search.SavedSearches;
import org.rapporteur.search.SlowQuery;
import org.rapporteur.search.TooBroadQuery;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /searches}: searches that somebody keeps, those that others share, and where the digest of new passages goes. */
@Controller
class SavedSearchesPage {

    private final Calls calls;
    private final SavedSearches searches;
    private final DeskSearch search;
    private final Accounts accounts;

    SavedSearchesPage(Calls calls, SavedSearches searches, DeskSearch search, Accounts accounts) {
        this.calls = calls;
        this.searches = searches;
        this.search = search;
        this.accounts = accounts;
    }

    /**
     * A kept search as it is listed.
     *
     * @param total how many passages it finds now; null where it cannot be told
     * @param fresh how many of them the owner was never told of; 0 for those without alerts
     */
    record Row(SavedSearch search, @Nullable Long total, int fresh) {

        /** What the button for alerts does. */
        public String alertsAct() {
            return search.alerts() ? "Tell me no longer" : "Tell me of new passages";
        }
    }

    @GetMapping("/searches")
    String searches(HttpServletRequest request, Model model) {
        Visitor visitor = Visitor.of(request);
        Call call = calls.current();
        model.addAttribute("own", searches.of(call.id(), actor(visitor)).stream().map(one -> row(one, visitor)).toList())
                .addAttribute("shared", searches.sharedWith(call.id(), actor(visitor)).stream().map(one -> row(one, visitor)).toList())
                .addAttribute("mail", accounts.mail(visitor.name()).orElse("")).addAttribute("most", SearchAlerts.MOST);
        return "searches";
    }

    /** Leads to the search itself; whoever looks at an own one knows its passages from then on. */
    @GetMapping("/searches/{id}")
    String follow(@PathVariable long id, HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        SavedSearch kept = searches.find(calls.current().id(), id, actor(visitor)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (kept.alerts() && kept.owner().equals(visitor.name())) {
            searches.know(id, search.all(SearchForm.at(kept.address()), visitor, SearchAlerts.MOST));
        }
        return "redirect:/search?" + kept.address();
    }

    @PostMapping("/searches")
    String keep(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean alerts, HttpServletRequest request, RedirectAttributes next) {
        Visitor visitor = Visitor.of(request);
        String link = SearchForm.at(address).link();
        if (name.isBlank() || name.strip().length() > SavedSearch.LONGEST_NAME || link.length() > SavedSearch.LONGEST_ADDRESS) {
            next.addFlashAttribute("fault", "Nothing was kept: give the search a name of at most %d characters; a search of more than %d characters cannot be kept."
                    .formatted(SavedSearch.LONGEST_NAME, SavedSearch.LONGEST_ADDRESS));
            return "redirect:/searches";
        }
        Optional<Long> kept = searches.add(calls.current().id(), name, link, shared, actor(visitor));
        if (kept.isEmpty()) {
            next.addFlashAttribute("fault", "Nothing was kept: you have a search called “%s” already. Take another name, or remove that one first.".formatted(name.strip()));
        } else {
            String warning = alerts ? alert(kept.get(), link, visitor) : "";
            next.addFlashAttribute("done", ("“%s” is kept. " + warning).formatted(name.strip()).strip());
        }
        return "redirect:/searches";
    }

    @PostMapping("/searches/{id}/alerts")
    String alerts(@PathVariable long id, @RequestParam boolean on, HttpServletRequest request, RedirectAttributes next) {
        Visitor visitor = Visitor.of(request);
        SavedSearch kept = own(id, visitor);
        if (!on) {
            searches.alert(id, false, actor(visitor));
        }
        next.addFlashAttribute("done", on ? alert(id, kept.address(), visitor) : "You are told of new passages of “%s” no longer.".formatted(kept.name()));
        return "redirect:/searches";
    }

    @PostMapping("/searches/{id}/share")
    String share(@PathVariable long id, @RequestParam boolean on, HttpServletRequest request, RedirectAttributes next) {
        Visitor visitor = Visitor.of(request);
        SavedSearch kept = own(id, visitor);
        searches.share(id, on, actor(visitor));
        next.addFlashAttribute("done", on ? "Everybody on the desk sees “%s” now.".formatted(kept.name()) : "Only you see “%s” now.".formatted(kept.name()));
        return "redirect:/searches";
    }

    @PostMapping("/searches/{id}/remove")
    String remove(@PathVariable long id, HttpServletRequest request, RedirectAttributes next) {
        Visitor visitor = Visitor.of(request);
        SavedSearch kept = own(id, visitor);
        searches.remove(id, actor(visitor));
        next.addFlashAttribute("done", "“%s” is removed.".formatted(kept.name())).addFlashAttribute("removed", id);
        return "redirect:/searches";
    }

    @PostMapping("/searches/{id}/back")
    String bringBack(@PathVariable long id, HttpServletRequest request, RedirectAttributes next) {
        boolean back = searches.bringBack(id, actor(Visitor.of(request)));
        next.addFlashAttribute(back ? "done" : "fault", back ? "It is back." : "There is nothing to bring back.");
        return "redirect:/searches";
    }

    @PostMapping("/searches/mail")
    String mail(@RequestParam(defaultValue = "") String mail, HttpServletRequest request, RedirectAttributes next) {
        String address = mail.strip();
        if (!address.isEmpty() && !MailAddress.is(address)) {
            next.addFlashAttribute("fault", "That is no mail address: it has a name, an @ and a domain, such as anna@example.org. Nothing was changed.");
        } else {
            accounts.writeTo(Visitor.of(request).name(), address.isEmpty() ? null : address);
            next.addFlashAttribute("done", address.isEmpty() ? "No digest is mailed to you; new passages are counted here." : "The digest goes there, at most once a day.");
        }
        return "redirect:/searches";
    }

    private String alert(long id, String address, Visitor visitor) {
        try {
            List<Hit> hits = search.all(SearchForm.at(address), visitor, SearchAlerts.MOST + 1);
            if (hits.size() > SearchAlerts.MOST) {
                return "It finds more than %d passages, too many to be told of new ones: narrow it by words, a theme or a country.".formatted(SearchAlerts.MOST);
            }
            searches.know(id, hits);
            searches.alert(id, true, actor(visitor));
            return "You are told of passages that are new from now on.";
        } catch (TooBroadQuery | SlowQuery unanswered) {
            return unanswered.getMessage();
        }
    }

    private Row row(SavedSearch kept, Visitor visitor) {
        try {
            SearchForm form = SearchForm.at(kept.address());
            int fresh = kept.alerts() && kept.owner().equals(visitor.name()) ? searches.fresh(kept.id(), search.all(form, visitor, SearchAlerts.MOST)).size() : 0;
            return new Row(kept, search.total(form, visitor), fresh);
        } catch (TooBroadQuery | SlowQuery unanswered) {
            return new Row(kept, null, 0);
        }
    }

    private SavedSearch own(long id, Visitor visitor) {
        return searches.find(calls.current().id(), id, actor(visitor)).filter(kept -> kept.owner().equals(visitor.name()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Actor actor(Visitor visitor) {
        return new Actor(visitor.name());
    }
}
