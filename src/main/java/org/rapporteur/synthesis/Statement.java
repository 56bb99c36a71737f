package org.rapporteur.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;

/**
 * A sentence with the evidence it stands on.
 *
 * @param id its key in the database; a bookmark in the report is named {@code st_<id>_<version>}
 * @param version grows with every change of its words, from 1
 * @param form which sentence form made it: {@code count}, {@code proposal}, {@code quotation}
 * @param code the code it speaks of
 * @param text the sentence as printed; quotations are not part of it
 * @param counted how many countries; null where it counts nothing
 * @param of of how many papers read; null where it counts nothing
 * @param countries the countries it stands on, in the order of the report language
 * @param evidence in the order of citation; never empty for a statement of the machine
 */
public record Statement(long id, int version, String form, String code, String text, @Nullable Integer counted,
        @Nullable Integer of, List<CountryCode> countries, List<Evidence> evidence) {

    public Statement {
        countries = List.copyOf(countries);
        evidence = List.copyOf(evidence);
        if (text.isBlank()) {
            throw new IllegalArgumentException("statement " + id + " has no words");
        }
    }
}
