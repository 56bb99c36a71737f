package org.rapporteur.submission;

import java.util.List;
import org.rapporteur.country.CountryCode;

/**
 * What a country has submitted to a call, under one number for good.
 *
 * @param id its key in the database
 * @param number its number
 * @param countries whom it stands for, the one of its number first; never empty
 */
public record Submission(long id, SubmissionNumber number, List<CountryCode> countries) {

    public Submission {
        countries = List.copyOf(countries);
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("submission " + number + " stands for no country");
        }
    }
}
