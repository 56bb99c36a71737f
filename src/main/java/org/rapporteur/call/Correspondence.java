package org.rapporteur.call;

import org.jspecify.annotations.Nullable;

/**
 * How a call writes to countries.
 *
 * @param letters whether it does
 * @param confirmNotFound whether a person has to confirm that a part on a question was not found, before a country is told
 * @param enquiries whom countries may ask; null only where no letters are written
 */
public record Correspondence(LetterSwitch letters, boolean confirmNotFound, @Nullable Enquiries enquiries) {

    /** Nobody is written to. */
    public static final Correspondence NONE = new Correspondence(LetterSwitch.OFF, true, null);

    public Correspondence {
        if (letters != LetterSwitch.OFF && enquiries == null) {
            throw new IllegalArgumentException("letters need enquiries: the name and address of whom countries may ask");
        }
    }

    /** Whom countries may ask. */
    public record Enquiries(String name, String address) {

        public Enquiries {
            if (name.isBlank() || !MailAddress.is(address)) {
                throw new IllegalArgumentException("enquiries need a name and a mail address such as papers@secretariat.example, not '%s'"
                        .formatted(address));
            }
        }
    }
}
