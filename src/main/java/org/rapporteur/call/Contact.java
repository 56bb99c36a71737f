package org.rapporteur.call;

import java.util.Locale;
import org.rapporteur.country.CountryCode;

/**
 * An address that may submit for a country.
 *
 * @param country who it submits for
 * @param address mail address, lower case
 * @param role what the person is for the paper
 * @param language in which letters to it are written
 */
public record Contact(CountryCode country, String address, ContactRole role, Locale language) {

    public Contact {
        if (!address.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("a contact needs a mail address such as name@ministry.example, not '" + address + "'");
        }
        address = address.toLowerCase(Locale.ROOT);
    }
}
