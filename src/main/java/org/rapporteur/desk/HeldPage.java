package org.rapporteur.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.call.ContactRole;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Questions;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PlacementKind;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Submissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /held}: the deliveries that wait for the secretariat; {@code /held/{id}}: one delivery, held or decided, with its parts and history. */
@Controller
class HeldPage {

    private static final List<Locale> LETTER_LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"));

    private final OfTheCall ofTheCall;
    private final Submissions submissions;
    private final PartViews views;
    private final AuditTrail audit;
    private final Questions questions;

    HeldPage(OfTheCall ofTheCall, Submissions submissions, PartViews views, AuditTrail audit, Questions questions) {
        this.ofTheCall = ofTheCall;
        this.submissions = submissions;
        this.views = views;
        this.audit = audit;
        this.questions = questions;
    }

    /** Something to choose on a form. */
    record Choice(String value, String name) {}

    @GetMapping("/held")
    String held(Model model) {
        List<Delivery> held = ofTheCall.all().stream().filter(delivery -> delivery.outcome() == DeliveryOutcome.HELD).toList();
        Set<Long> waiting = ofTheCall.waiting(held);
        model.addAttribute("rows", held.stream().map(delivery -> HeldRow.of(delivery, waiting.contains(delivery.id()))).toList());
        return "held";
    }

    /** @param text key of the part whose text is shown as far as a page can */
    @GetMapping("/held/{id}")
    String delivery(@PathVariable long id, @RequestParam(defaultValue = "0") long text, Model model) {
        Call call = ofTheCall.call();
        Delivery delivery = ofTheCall.delivery(id);
        List<Part> parts = ofTheCall.parts(id);
        DeliveryHead head = DeliveryHead.of(delivery, ofTheCall.waiting(List.of(delivery)).contains(id));
        Optional<Revision> brought = submissions.broughtBy(call.id(), id);
        model.addAttribute("head", head)
                .addAttribute("parts", views.of(id, text))
                .addAttribute("mailHead", isMail(parts) ? views.head(parts.getFirst()) : null)
                .addAttribute("brought", brought.map(revision -> revision.submission().number().value()).orElse(null))
                .addAttribute("countries", choices(call))
                .addAttribute("country", delivery.country() == null ? "" : delivery.country().value())
                .addAttribute("roles", List.of(ContactRole.values()).stream().map(role -> new Choice(role.name(), word(role))).toList())
                .addAttribute("languages", letterLanguages())
                .addAttribute("asked", questions.asked(id).stream().map(LetterRow::of).toList())
                .addAttribute("whyNotAsk", questions.whyNot(call, delivery).orElse(null))
                .addAttribute("papers", papers(call, delivery, brought))
                .addAttribute("kinds", List.of(PlacementKind.values()).stream().filter(kind -> kind != PlacementKind.ANOTHER_PAPER)
                        .map(kind -> new Choice(kind.name(), word(kind))).toList())
                .addAttribute("history", History.of(audit.of(call.id(), "delivery " + id)));
        return "delivery";
    }

    static List<Choice> letterLanguages() {
        return LETTER_LANGUAGES.stream().map(language -> new Choice(language.getLanguage(), language.getDisplayLanguage(Locale.ENGLISH))).toList();
    }

    static boolean isLetterLanguage(String language) {
        return LETTER_LANGUAGES.contains(Locale.of(language));
    }

    private static boolean isMail(List<Part> parts) {
        return parts.getFirst().mediaType().startsWith("message/");
    }

    private static List<Choice> choices(Call call) {
        return call.content().invited().stream().sorted(Countries.order(Locale.ENGLISH))
                .map(country -> new Choice(country.value(), Countries.name(country, Locale.ENGLISH))).toList();
    }

    /** The papers that it could revise; none once it has brought one itself. */
    private List<Choice> papers(Call call, Delivery delivery, Optional<Revision> brought) {
        CountryCode country = delivery.country();
        return country == null || brought.isPresent() ? List.of() : submissions.papers(call.id(), country).stream()
                .sorted(Comparator.comparing((Revision revision) -> revision.submission().number().value()).reversed())
                .map(revision -> new Choice(Long.toString(revision.submission().id()),
                        "%s, revision %d".formatted(revision.submission().number(), revision.ordinal()))).toList();
    }

    private static String word(PlacementKind kind) {
        return switch (kind) {
            case REPLACES_MAIN -> "a new revision: it replaces the main paper";
            case LANGUAGE_VERSION -> "the same paper in another language";
            case ANNEX -> "an annex that is added";
            case ANOTHER_PAPER -> "another paper";
        };
    }

    private static String word(ContactRole role) {
        return switch (role) {
            case AUTHOR -> "writes the paper";
            case DELEGATE -> "represents the country";
            case DELEGATION_IN_COPY -> "delegation, reads along";
        };
    }
}
