package org.rapporteur.submission;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;

/**
 * The number a submission has for good, as long as it is of that country: {@code MCH-2004-KOR-001}.
 *
 * @param value call code, country code and a running number of at least three digits, joined by hyphens
 */
public record SubmissionNumber(String value) implements Comparable<SubmissionNumber> {

    public SubmissionNumber {
        if (!value.matches("[A-Z0-9][A-Z0-9-]*-[A-Z]{2,5}-\\d{3,}")) {
            throw new IllegalArgumentException("a submission number looks like MCH-2004-KOR-001, not '" + value + "'");
        }
    }

    /** @param running 1-based among the submissions of that country to that call */
    public static SubmissionNumber of(CallCode call, CountryCode country, int running) {
        return new SubmissionNumber("%s-%s-%03d".formatted(call, country, running));
    }

    /** The numbers of a call that a text names, in any case and with any hyphen or dash; each once, in their order. */
    public static List<SubmissionNumber> in(String text, CallCode call) {
        return Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(call.value()) + "-[A-Z]{2,5}-\\d{3,9}(?!\\p{N})")
                .matcher(text.replaceAll("\\p{Pd}", "-").toUpperCase(Locale.ROOT)).results()
                .map(found -> new SubmissionNumber(found.group())).distinct().toList();
    }

    /** Whether it was given in that call for that country. */
    boolean isOf(CallCode call, CountryCode country) {
        return value.startsWith(call + "-" + country + "-") && value.indexOf('-', call.value().length() + country.value().length() + 2) < 0;
    }

    int running() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }

    @Override
    public int compareTo(SubmissionNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
