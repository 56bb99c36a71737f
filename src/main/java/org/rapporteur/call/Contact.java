package org.rapporteur.call;

import java.util.Locale;
import org.rapporteur.country.CountryCode;

/**
 * An address, or all addresses of a domain, that may submit for a country.
 *
 * @param country who it submits for
 * @param address mail address, lower case; {@code @ministry.example} for everybody of a domain, {@code @*.ministry.example} for the
 *     domains below it
 * @param role what the person is for the paper
 * @param language in which letters to it are written
 */
public record Contact(CountryCode country, String address, ContactRole role, Locale language) {

    public Contact {
        if (!MailAddress.is(address.startsWith("@") ? "anybody" + address : address)) {
            throw new IllegalArgumentException("a contact needs a mail address such as name@ministry.example, or a domain such as "
                    + "@ministry.example, not '" + address + "'");
        }
        address = address.toLowerCase(Locale.ROOT);
    }

    /** Whether it is a person, whom one can write to, and not a domain. */
    public boolean isPerson() {
        return !address.startsWith("@");
    }

    /** @param other a mail address, in lower case */
    boolean covers(String other) {
        String domain = other.substring(other.lastIndexOf('@'));
        return other.equals(address) || domain.equals(address)
                || address.startsWith("@*.") && domain.endsWith(address.substring(2));
    }
}
