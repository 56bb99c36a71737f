package org.rapporteur.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;

/**
 * What a mail names: a submission, or the country of one that is still to be accepted. Anybody can write a number into a subject: it
 * says what a mail is about, and never who wrote it.
 *
 * @param words how it names it: "names MCH-2004-KOR-001"
 * @param countries whose paper that is; never empty
 * @param submission its key; null as long as no paper of it is accepted
 */
record Mention(String words, List<CountryCode> countries, @Nullable Long submission) {

    Mention {
        countries = List.copyOf(countries);
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("'" + words + "' leads to no country");
        }
    }
}
