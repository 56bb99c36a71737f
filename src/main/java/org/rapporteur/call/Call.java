package org.rapporteur.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.country.CountryCode;

/**
 * What the secretariat asks for, as it stands in the revision in force.
 *
 * @param id its key in the database
 * @param revision the key of the revision in force, which every coding and draft names
 * @param content what the call file says
 * @param codebook the text of its codebook, YAML
 * @param contacts addresses that may submit, those of the file and those that people added
 */
public record Call(long id, long revision, CallContent content, String codebook, List<Contact> contacts) {

    public Call {
        contacts = List.copyOf(contacts);
    }

    /** A call to which nobody has added a contact. */
    public Call(long id, long revision, CallContent content, String codebook) {
        this(id, revision, content, codebook, content.contacts());
    }

    public CallCode code() {
        return content.code();
    }

    public boolean invites(CountryCode country) {
        return content.invited().contains(country);
    }

    /** Whom an address may submit for, itself or by its domain; its own entry wins, and case does not count. More than one country: nobody may guess which. */
    public Set<CountryCode> countriesOf(String address) {
        return contactsWith(address).stream().map(Contact::country).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The contact with this address; empty also where it stands for several countries. */
    public Optional<Contact> contact(String address) {
        List<Contact> found = contactsWith(address);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The first person among the contacts of a country; empty where the call names none. */
    public Optional<Contact> contactOf(CountryCode country) {
        return contacts.stream().filter(contact -> contact.isPerson() && contact.country().equals(country)).findFirst();
    }

    /** The contacts that an address is, or is covered by, in the order of the call: persons where there are any, else domains. */
    public List<Contact> contactsWith(String address) {
        String sought = address.toLowerCase(Locale.ROOT);
        List<Contact> covering = contacts.stream().filter(contact -> contact.covers(sought)).toList();
        List<Contact> persons = covering.stream().filter(Contact::isPerson).toList();
        return persons.isEmpty() ? covering : persons;
    }
}
