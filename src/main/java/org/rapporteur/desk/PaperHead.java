package org.rapporteur.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Revision;

/**
 * The head of a paper.
 *
 * @param countries their names, joined
 * @param number of the submission
 * @param revision 1-based
 * @param languages of its passages, their names, joined
 * @param receivedAt when the revision arrived
 * @param late whether it arrived after the day on which papers were due
 * @param restricted whether the public may not see all of it
 * @param attribution the strictest one of its passages
 */
record PaperHead(String countries, String number, int revision, String languages, Instant receivedAt, boolean late,
        boolean restricted, Attribution attribution) {

    static PaperHead of(Revision revision, Collection<CitedPassage> passages, Delivery delivery) {
        return new PaperHead(
                revision.submission().countries().stream().map(country -> Countries.name(country, Locale.ENGLISH))
                        .collect(Collectors.joining(", ")),
                revision.submission().number().value(), revision.ordinal(),
                passages.stream().map(cited -> language(cited.passage().language())).distinct().sorted()
                        .collect(Collectors.joining(", ")),
                delivery.arrivedAt(), delivery.late(),
                passages.stream().anyMatch(cited -> cited.access() == Access.RESTRICTED),
                passages.stream().map(CitedPassage::attribution).max(Comparator.naturalOrder()).orElse(Attribution.NAMED));
    }

    public String received() {
        return Moments.shown(receivedAt);
    }

    /** How the paper may be quoted, in words; null where it may be quoted by name. */
    public @Nullable String rule() {
        return switch (attribution) {
            case NAMED -> null;
            case UNNAMED -> "only without the name of the country";
            case NOT_FOR_QUOTATION -> "not for quotation";
        };
    }

    private static String language(String code) {
        return code.equals("und") ? "language not known" : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }
}
