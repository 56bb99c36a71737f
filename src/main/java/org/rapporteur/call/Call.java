package org.rapporteur.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.country.CountryCode;

/**
 * What the secretariat asks for, as it stands in the revision in force.
 *
 * @param id its key in the database
 * @param revision the key of the revision in force, which every coding and draft names
 * @param content what the call file says
 * @param codebook the text of its codebook, YAML
 */
public record Call(long id, long revision, CallContent content, String codebook) {

    public CallCode code() {
        return content.code();
    }

    public boolean invites(CountryCode country) {
        return content.invited().contains(country);
    }

    /** The contact with this address; case does not count. */
    public Optional<Contact> contact(String address) {
        String sought = address.toLowerCase(Locale.ROOT);
        return content.contacts().stream().filter(contact -> contact.address().equals(sought)).findFirst();
    }

    /** The first contact of a country; empty where the call names none. */
    public Optional<Contact> contactOf(CountryCode country) {
        List<Contact> contacts = content.contacts();
        return contacts.stream().filter(contact -> contact.country().equals(country)).findFirst();
    }
}
