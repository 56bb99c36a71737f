package org.rapporteur.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.country.CountryCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The intake ledger: every delivery, and what became of it. */
@Repository
public class Deliveries {

    private static final String COLUMNS = """
            id, call_id, kind, channel, channel_key, sha256, sender, subject, message_id, country, sent_at, arrived_at, received_at, late,
            authentication, outcome, rule, reason, duplicate_of
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is known of a delivery when it comes in.
     *
     * @param country where folder, sender or the person at the keyboard say so; else null
     * @param subject of the mail, or the name of the file
     * @param sentAt as the sender says; null where nobody says
     * @param arrivedAt as the mail server says; null where it arrives by being taken in
     */
    public record Arrival(long call, DeliveryKind kind, Channel channel, String key, Sha256 original, @Nullable String sender,
            String subject, @Nullable String messageId, @Nullable CountryCode country, @Nullable Instant sentAt,
            @Nullable Instant arrivedAt, boolean late, Authentication authentication) {}

    /** The delivery that came through this channel under this key before. */
    public Optional<Delivery> find(long call, Channel channel, String key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE call_id = :call AND channel = :channel AND channel_key = :key")
                .param("call", call).param("channel", channel.name()).param("key", key).query(Deliveries::delivery).optional();
    }

    /** The latest that came through this channel under this key, for whatever call: a mailbox may serve one call after another. */
    public Optional<Delivery> find(Channel channel, String key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE channel = :channel AND channel_key = :key ORDER BY id DESC LIMIT 1")
                .param("channel", channel.name()).param("key", key).query(Deliveries::delivery).optional();
    }

    /** On which days, and how many on each, deliveries came through a channel under keys that begin so and until then, by when they arrived (UTC). */
    public Map<LocalDate, Integer> days(Channel channel, String prefix, Instant until) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        jdbc.sql("""
                SELECT COALESCE(arrived_at, received_at) FROM delivery
                WHERE channel = :channel AND SUBSTRING(channel_key, 1, :length) = :prefix AND received_at <= :until
                """).param("channel", channel.name()).param("length", prefix.length()).param("prefix", prefix).param("until", at(until))
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()).list()
                .forEach(day -> days.merge(day, 1, Integer::sum));
        return days;
    }

    public Delivery get(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE id = :id").param("id", id).query(Deliveries::delivery).single();
    }

    /** The mails of a call with this Message-ID, in the order they came; who sends a mail chooses it. */
    public List<Delivery> withMessageId(long call, String messageId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE call_id = :call AND message_id = :messageId ORDER BY id")
                .param("call", call).param("messageId", messageId).query(Deliveries::delivery).list();
    }

    /** The delivery with this key, if it is of this call. */
    public Optional<Delivery> find(long call, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE id = :id AND call_id = :call").param("id", id).param("call", call)
                .query(Deliveries::delivery).optional();
    }

    /** How many deliveries of a call are held. */
    public int held(long call) {
        return jdbc.sql("SELECT COUNT(*) FROM delivery WHERE call_id = :call AND outcome = 'HELD'").param("call", call)
                .query(Integer.class).single();
    }

    /** Every delivery of a call, in the order they came. */
    public List<Delivery> of(long call) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE call_id = :call ORDER BY id").param("call", call)
                .query(Deliveries::delivery).list();
    }

    /** Deliveries that somebody sent, came before then, and are still on their way to a person or into the index. */
    public List<Delivery> slow(Instant before) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM delivery
                WHERE channel <> 'FOLDER' AND received_at < :before AND id IN (
                      SELECT subject_id FROM work WHERE subject_kind = 'DELIVERY' AND stage IN ('RECEIVED', 'EXTRACTED', 'SPLIT', 'CODED'))
                ORDER BY id
                """).param("before", at(before)).query(Deliveries::delivery).list();
    }

    /**
     * The first delivery with these bytes that a later one only repeats: accepted, or still being read. One that nobody could
     * place yet does not count when the country is known now.
     */
    public Optional<Delivery> sameBytes(long call, Sha256 original, @Nullable CountryCode country) {
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM delivery
                WHERE call_id = :call AND sha256 = :sha256 AND (outcome IS NULL OR outcome = 'ACCEPTED')
                  AND (country IS NOT NULL OR :unknown)
                ORDER BY id LIMIT 1
                """).param("call", call).param("sha256", original.hex()).param("unknown", country == null)
                .query(Deliveries::delivery).optional();
    }

    /** The first mail with these bytes, whatever became of it: the mailbox holds a copy of it. */
    public Optional<Delivery> sameMail(long call, Sha256 original) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM delivery WHERE call_id = :call AND sha256 = :sha256 AND channel = 'MAIL' ORDER BY id LIMIT 1")
                .param("call", call).param("sha256", original.hex()).query(Deliveries::delivery).optional();
    }

    public Delivery add(Arrival arrival) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO delivery (call_id, kind, channel, channel_key, sha256, sender, subject, message_id, country,
                                      sent_at, arrived_at, received_at, late, authentication)
                VALUES (:call, :kind, :channel, :key, :sha256, :sender, :subject, :messageId, :country, :sent, :arrived, :at, :late,
                        :authentication)
                """)
                .param("call", arrival.call()).param("kind", arrival.kind().name()).param("channel", arrival.channel().name())
                .param("key", arrival.key()).param("sha256", arrival.original().hex()).param("sender", arrival.sender())
                .param("subject", arrival.subject()).param("messageId", arrival.messageId())
                .param("country", arrival.country() == null ? null : arrival.country().value())
                .param("sent", at(arrival.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("arrived", at(arrival.arrivedAt()), Types.TIMESTAMP_WITH_TIMEZONE).param("at", now())
                .param("late", arrival.late()).param("authentication", arrival.authentication().name()).update(key, "id");
        return get(key.getKeyAs(Long.class));
    }

    /** Fills in what is known now: sender, subject, country. */
    public void identify(long id, @Nullable String sender, String subject, @Nullable CountryCode country) {
        if (country != null) {
            audit.add(Actor.MACHINE, "delivery-identified", "delivery " + id, country.value(), get(id).call());
        }
        jdbc.sql("UPDATE delivery SET sender = :sender, subject = :subject, country = :country WHERE id = :id")
                .param("sender", sender).param("subject", subject)
                .param("country", country == null ? null : country.value()).param("id", id).update();
    }

    /** A person says whose paper it is. */
    public void assign(long id, CountryCode country, Actor actor) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE delivery SET country = :country WHERE id = :id").param("country", country.value()).param("id", id).update();
            audit.add(actor, "delivery-assigned", "delivery " + id, country.value(), get(id).call());
        });
    }

    /** A person made sure of who sent it, whatever the gateway said. */
    public void vouch(long id, Actor actor) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE delivery SET authentication = 'VOUCHED' WHERE id = :id").param("id", id).update();
            audit.add(actor, "sender-vouched-for", "delivery " + id, "", get(id).call());
        });
    }

    /** Writes an outcome that the machine decided. */
    public void decide(long id, Delivery.Decided decision) {
        decide(id, decision, Actor.MACHINE);
    }

    /** Writes the outcome; an earlier one (held, then accepted) is replaced, and stays in the audit. Whoever has to act on it is told. */
    public void decide(long id, Delivery.Decided decision, Actor actor) {
        transaction.executeWithoutResult(status -> {
            Delivery before = get(id);
            write(id, decision);
            audit.add(actor, "delivery-" + decision.outcome().name().toLowerCase(Locale.ROOT), "delivery " + id,
                    decision.rule() + ": " + decision.reason(), before.call());
            events.publishEvent(new DeliveryDecided(before, decision));
        });
    }

    /** Adds a part and tells its key. */
    public long addPart(long call, Part part) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO part (call_id, delivery_id, parent_id, ordinal, name, media_type, sha256, standing, cause)
                VALUES (:call, :delivery, :parent, :ordinal, :name, :mediaType, :sha256, :standing, :cause)
                """)
                .param("call", call).param("delivery", part.delivery()).param("parent", part.parent())
                .param("ordinal", part.ordinal()).param("name", part.name()).param("mediaType", part.mediaType())
                .param("sha256", part.original().hex()).param("standing", part.standing().name())
                .param("cause", part.cause()).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** What reading a part has shown. */
    public void describePart(long id, String mediaType, PartStanding standing, @Nullable String cause) {
        jdbc.sql("UPDATE part SET media_type = :mediaType, standing = :standing, cause = :cause WHERE id = :id")
                .param("mediaType", mediaType).param("standing", standing.name()).param("cause", cause).param("id", id).update();
    }

    /** The parts of deliveries, in order. */
    public List<Part> parts(Collection<Long> deliveries) {
        return deliveries.isEmpty() ? List.of() : jdbc.sql("""
                SELECT id, delivery_id, parent_id, ordinal, name, media_type, sha256, standing, cause
                FROM part WHERE delivery_id IN (:deliveries) ORDER BY delivery_id, ordinal
                """).param("deliveries", deliveries).query(Deliveries::part).list();
    }

    public List<Part> parts(long delivery) {
        return parts(List.of(delivery));
    }

    /** These parts, in the order of their keys, whatever delivery brought them. */
    public List<Part> partsWith(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("""
                SELECT id, delivery_id, parent_id, ordinal, name, media_type, sha256, standing, cause
                FROM part WHERE id IN (:ids) ORDER BY id
                """).param("ids", ids).query(Deliveries::part).list();
    }

    private void write(long id, Delivery.Decided decision) {
        jdbc.sql("""
                UPDATE delivery SET outcome = :outcome, rule = :rule, reason = :reason, duplicate_of = :duplicateOf, decided_at = :at
                WHERE id = :id
                """)
                .param("outcome", decision.outcome().name()).param("rule", decision.rule()).param("reason", decision.reason())
                .param("duplicateOf", decision.duplicateOf()).param("at", now()).param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String country = row.getString("country");
        return new Delivery(row.getLong("id"), row.getLong("call_id"), DeliveryKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")), row.getString("channel_key"), new Sha256(row.getString("sha256")),
                row.getString("sender"), row.getString("subject") == null ? "" : row.getString("subject"),
                row.getString("message_id"), country == null ? null : new CountryCode(country),
                nullable(row, "sent_at"), instant(row, row.getObject("arrived_at") == null ? "received_at" : "arrived_at"),
                instant(row, "received_at"),
                row.getBoolean("late"), Authentication.valueOf(row.getString("authentication")), outcome == null ? null : new Delivery.Decided(DeliveryOutcome.valueOf(outcome),
                        row.getString("rule"), row.getString("reason"), row.getObject("duplicate_of", Long.class)));
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(row.getLong("id"), row.getLong("delivery_id"), row.getObject("parent_id", Long.class),
                row.getInt("ordinal"), row.getString("name"), row.getString("media_type"), new Sha256(row.getString("sha256")),
                PartStanding.valueOf(row.getString("standing")), row.getString("cause"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
