package org.rapporteur.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;

/**
 * The head of a delivery.
 *
 * @param id its key
 * @param subject of the mail, or name of the file
 * @param sender null where the channel knows none
 * @param arrived when it arrived
 * @param sent when its sender says it was sent; null where nobody says
 * @param channel how it came, in words
 * @param country its name; empty where nobody knows
 * @param authentication what is known of its sender, in words; empty where nothing had to be found out
 * @param late whether it came after the day papers were due
 * @param state for style sheets: accepted, held, refused or another outcome
 * @param word what became of it, in words
 * @param reason why, and what to do; may be empty
 * @param held whether it waits for a person now
 * @param refused whether a person refused it
 */
record DeliveryHead(long id, String subject, @Nullable String sender, String arrived, @Nullable String sent, String channel, String country,
        String authentication, boolean late, String state, String word, String reason, boolean held, boolean refused) {

    static DeliveryHead of(Delivery delivery, boolean waits) {
        Delivery.Decided decision = delivery.decision();
        boolean held = delivery.outcome() == DeliveryOutcome.HELD;
        return new DeliveryHead(delivery.id(), HeldRow.subject(delivery), delivery.sender(), Moments.shown(delivery.arrivedAt()),
                delivery.sentAt() == null ? null : Moments.shown(delivery.sentAt()), channel(delivery.channel()), HeldRow.country(delivery),
                authentication(delivery.authentication()), delivery.late(), held && !waits ? "being-read" : state(delivery.outcome()),
                held && !waits ? "being read again" : word(delivery.outcome()), decision == null ? "" : decision.reason(), held && waits,
                delivery.outcome() == DeliveryOutcome.REFUSED);
    }

    private static String state(@Nullable DeliveryOutcome outcome) {
        return outcome == null ? "being-read" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String word(@Nullable DeliveryOutcome outcome) {
        if (outcome == null) {
            return "being read";
        }
        return switch (outcome) {
            case ACCEPTED -> "accepted";
            case DUPLICATE -> "brings nothing new";
            case HELD -> "held";
            case REFUSED -> "refused";
            case IGNORED -> "left aside";
        };
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case MAIL -> "by mail";
            case FOLDER -> "as a file in a folder";
            case UPLOAD -> "by upload";
        };
    }

    private static String authentication(Authentication authentication) {
        return switch (authentication) {
            case UNCHECKED -> "";
            case PASSED -> "proved by our mail server";
            case FAILED -> "not proved: our mail server doubts that it comes from there";
            case MISSING -> "not proved: our mail server said nothing about it";
            case VOUCHED -> "vouched for by a person";
        };
    }
}
