package org.rapporteur.desk;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.Delivery;

/**
 * A delivery as the call page shows it.
 *
 * @param id its key
 * @param at when it came
 * @param late whether that was after the day on which papers were due
 * @param channel mail, folder or upload
 * @param sender null where the channel knows none, and for those who may not see it
 * @param subject of the mail, or name of the file
 * @param outcome in small letters; "being read" as long as there is none
 * @param reason why; may be empty
 */
record LedgerRow(long id, Instant at, boolean late, String channel, @Nullable String sender, String subject, String outcome, String reason) {

    public String when() {
        return Moments.shown(at);
    }

    /** @param senders whether addresses may be seen; if not, the sender's is taken out of subject and reason too */
    static LedgerRow of(Delivery delivery, boolean senders) {
        Delivery.Decided decision = delivery.decision();
        return new LedgerRow(delivery.id(), delivery.arrivedAt(), delivery.late(), delivery.channel().name().toLowerCase(Locale.ROOT),
                senders ? delivery.sender() : null, seen(delivery.subject(), delivery, senders),
                decision == null ? "being read" : decision.outcome().name().toLowerCase(Locale.ROOT),
                decision == null ? "" : seen(decision.reason(), delivery, senders));
    }

    private static String seen(String text, Delivery delivery, boolean senders) {
        String sender = delivery.sender();
        return senders || sender == null || sender.isEmpty() ? text : text.replace(sender, "(an address)");
    }
}
