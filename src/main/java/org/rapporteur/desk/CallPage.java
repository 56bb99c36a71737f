package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.Countries;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Ledger;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /call}: where every invited country stands, and the intake ledger. */
@Controller
class CallPage {

    static final int DELIVERIES = 500;

    private final Calls calls;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Letters letters;
    private final OwnWords ownWords;

    CallPage(Calls calls, Ledger ledger, Deliveries deliveries, Letters letters, OwnWords ownWords) {
        this.calls = calls;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.letters = letters;
        this.ownWords = ownWords;
    }

    @GetMapping("/call")
    String call(HttpServletRequest request, Model model) {
        Call call = calls.current();
        List<Delivery> came = deliveries.of(call.id());
        boolean senders = Visitor.of(request).runsTheCall();
        Map<CountryCode, Long> returned = senders ? returned(call) : Map.of();
        Map<SubmissionNumber, Double> own = ownWords.shares(call);
        model.addAttribute("call", call.content())
                .addAttribute("countries", ledger.standings(call).stream()
                        .sorted(Comparator.comparing(Ledger.Standing::country, Countries.order(Locale.ENGLISH)))
                        .map(standing -> row(standing, returned.get(standing.country()), own)).toList())
                .addAttribute("counts", Ledger.counts(came))
                .addAttribute("deliveries", came.reversed().stream().limit(DELIVERIES)
                        .map(delivery -> LedgerRow.of(delivery, senders)).toList());
        return "call";
    }

    /**
     * A row of the table of countries; number is empty and revision 0 as long as no paper is in force.
     *
     * @param own how many of a hundred words of the paper are the country's own; null where that is not known yet
     * @param returned the latest letter to the country that came back; null where none did, and for those who may not see it
     */
    record CountryRow(String code, String country, String state, String word, String number, int revision, boolean late,
            @Nullable Long own, @Nullable Long returned) {}

    private Map<CountryCode, Long> returned(Call call) {
        return letters.in(call.id(), LetterState.BOUNCED).stream().filter(letter -> letter.content().country() != null)
                .collect(Collectors.toMap(letter -> letter.content().country(), Letter::id, Math::max));
    }

    private static CountryRow row(Ledger.Standing standing, @Nullable Long returned, Map<SubmissionNumber, Double> own) {
        Double share = standing.submission().isEmpty() ? null : own.get(new SubmissionNumber(standing.submission()));
        return new CountryRow(standing.country().value(), Countries.name(standing.country(), Locale.ENGLISH),
                standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), word(standing.state()),
                standing.submission(), standing.revision(), standing.late(), share == null ? null : Math.round(100 * share), returned);
    }

    private static String word(Ledger.State state) {
        return switch (state) {
            case OWED -> "no paper";
            case BEING_READ -> "being read";
            case HELD -> "held";
            case ACCEPTED -> "accepted";
        };
    }
}
