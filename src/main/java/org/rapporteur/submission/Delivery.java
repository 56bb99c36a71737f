package org.rapporteur.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.CountryCode;

/**
 * What arrived once, whatever became of it.
 *
 * @param id its key in the database
 * @param call the key of its call
 * @param kind what it is
 * @param channel how it came
 * @param key identifies it within its channel: path and hash, or account, folder, UIDVALIDITY and UID
 * @param original what came in whole, a file or a raw message
 * @param sender address it came from; null where the channel knows none
 * @param subject of the mail, or the name of the file; may be empty
 * @param messageId of the mail; null where there is none
 * @param country whose paper it is; null as long as nobody knows
 * @param sentAt when its sender says it was sent; null where nobody says
 * @param arrivedAt when it reached the secretariat: at the mail server, else when it was taken in
 * @param receivedAt when it was taken in
 * @param late it arrived after the day on which papers were due
 * @param authentication whether it comes from whom it says, as far as it is a mail
 * @param decision what became of it; null while it is being read
 */
public record Delivery(long id, long call, DeliveryKind kind, Channel channel, String key, Sha256 original,
        @Nullable String sender, String subject, @Nullable String messageId, @Nullable CountryCode country,
        @Nullable Instant sentAt, Instant arrivedAt, Instant receivedAt, boolean late, Authentication authentication,
        @Nullable Decided decision) {

    /** The outcome, if there is one yet. */
    public @Nullable DeliveryOutcome outcome() {
        return decision == null ? null : decision.outcome();
    }

    /**
     * What became of a delivery.
     *
     * @param outcome exactly one
     * @param rule which rule decided, a short key such as {@code unknown-sender}
     * @param reason in plain words, with what to do; empty where nothing is to be done
     * @param duplicateOf the delivery whose bytes came again; null save for duplicates
     */
    public record Decided(DeliveryOutcome outcome, String rule, String reason, @Nullable Long duplicateOf) {

        public static Decided held(String rule, String reason) {
            return new Decided(DeliveryOutcome.HELD, rule, reason, null);
        }
    }
}
