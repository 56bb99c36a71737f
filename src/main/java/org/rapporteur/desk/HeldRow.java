package org.rapporteur.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.submission.Delivery;

/**
 * A held delivery as the list shows it.
 *
 * @param id its key
 * @param subject of the mail, or name of the file
 * @param sender null where the channel knows none
 * @param when it arrived
 * @param country its name; empty where nobody knows
 * @param reason why it is held and what to do
 * @param waits whether it waits for a person; if not, it is being read again
 */
record HeldRow(long id, String subject, @Nullable String sender, String when, String country, String reason, boolean waits) {

    static HeldRow of(Delivery delivery, boolean waits) {
        return new HeldRow(delivery.id(), subject(delivery), delivery.sender(), Moments.shown(delivery.arrivedAt()), country(delivery),
                delivery.decision() == null ? "" : delivery.decision().reason(), waits);
    }

    static String subject(Delivery delivery) {
        return delivery.subject().isBlank() ? "(no subject)" : delivery.subject();
    }

    static String country(Delivery delivery) {
        return delivery.country() == null ? "" : Countries.name(delivery.country(), Locale.ENGLISH);
    }
}
