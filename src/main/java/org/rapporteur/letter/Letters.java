package org.rapporteur.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.country.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every letter that was ever written, with its body. A letter changes its state, follows its paper to another country, and stays the same otherwise. */
@Repository
public class Letters {

    private static final String SELECT = """
            SELECT id, call_id, kind, occasion, delivery_id, country, recipient, language, subject, text, html, choice_text, choice_html,
                   message_id, in_reply_to, thread, state, written_at, decided_by, decided_at, sent_at, bounced_at, trouble
            FROM letter
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a letter; empty where one was written on the same occasion before, which stays as it is. */
    Optional<Letter> add(NewLetter letter, LetterHead head, LetterState state) {
        int added = jdbc.sql("""
                INSERT INTO letter (call_id, kind, occasion, delivery_id, country, recipient, language, subject, text, html, choice_text,
                                    choice_html, message_id, in_reply_to, thread, state, written_at)
                VALUES (:call, :kind, :occasion, :delivery, :country, :recipient, :language, :subject, :text, :html, :choiceText,
                        :choiceHtml, :messageId, :inReplyTo, :thread, :state, :at) ON CONFLICT DO NOTHING
                """)
                .param("call", letter.call()).param("kind", letter.kind().name()).param("occasion", letter.occasion())
                .param("delivery", letter.delivery(), Types.BIGINT)
                .param("country", letter.country() == null ? null : letter.country().value(), Types.VARCHAR)
                .param("recipient", letter.recipient()).param("language", letter.language().toLanguageTag())
                .param("subject", letter.subject()).param("text", letter.text()).param("html", letter.html())
                .param("choiceText", letter.choice() == null ? null : letter.choice().text(), Types.VARCHAR)
                .param("choiceHtml", letter.choice() == null ? null : letter.choice().html(), Types.VARCHAR)
                .param("messageId", head.messageId()).param("inReplyTo", head.inReplyTo(), Types.VARCHAR)
                .param("thread", head.references()).param("state", state.name()).param("at", now()).update();
        return added == 0 ? Optional.empty() : about(letter.call(), letter.occasion());
    }

    public Letter get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no letter " + id));
    }

    public Optional<Letter> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Letters::letter).optional();
    }

    /** The letter written on an occasion. */
    public Optional<Letter> about(long call, String occasion) {
        return jdbc.sql(SELECT + "WHERE call_id = :call AND occasion = :occasion").param("call", call).param("occasion", occasion)
                .query(Letters::letter).optional();
    }

    public Optional<Letter> withMessageId(String messageId) {
        return jdbc.sql(SELECT + "WHERE message_id = :id").param("id", messageId).query(Letters::letter).optional();
    }

    /** The letters that answer a delivery, in the order they were written. */
    public List<Letter> of(long delivery) {
        return jdbc.sql(SELECT + "WHERE delivery_id = :delivery ORDER BY id").param("delivery", delivery).query(Letters::letter).list();
    }

    /** The letters of a call in a state, in the order they were written. */
    public List<Letter> in(long call, LetterState state) {
        return jdbc.sql(SELECT + "WHERE call_id = :call AND state = :state ORDER BY id").param("call", call).param("state", state.name())
                .query(Letters::letter).list();
    }

    /** How many letters of a call are in a state. */
    public int count(long call, LetterState state) {
        return jdbc.sql("SELECT COUNT(*) FROM letter WHERE call_id = :call AND state = :state").param("call", call).param("state", state.name())
                .query(Integer.class).single();
    }

    /** The last letters of a call, the latest first. */
    public List<Letter> latest(long call, int most) {
        return jdbc.sql(SELECT + "WHERE call_id = :call ORDER BY id DESC LIMIT :most").param("call", call).param("most", most)
                .query(Letters::letter).list();
    }

    /** The last letters to an address, the latest first. */
    List<Letter> to(String recipient, int most) {
        return jdbc.sql(SELECT + "WHERE recipient = :recipient ORDER BY id DESC LIMIT :most").param("recipient", recipient).param("most", most)
                .query(Letters::letter).list();
    }

    /** How many letters the mail server took for an address since then. */
    int sentTo(String recipient, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM letter WHERE recipient = :recipient AND sent_at >= :since")
                .param("recipient", recipient).param("since", since.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }

    /** Writes what a person decided; false where the letter is in none of these states any more, so that two clicks are one. */
    boolean decide(long id, Collection<LetterState> from, LetterState to, Actor actor) {
        return jdbc.sql("""
                UPDATE letter SET state = :to, decided_by = :actor, decided_at = :at WHERE id = :id AND state IN (:from)
                """).param("to", to.name()).param("actor", actor.name()).param("at", now()).param("id", id)
                .param("from", from.stream().map(LetterState::name).toList()).update() == 1;
    }

    /** Lets the lines that a person has confirmed stand in the letter. */
    void takeChoice(long id) {
        jdbc.sql("""
                UPDATE letter SET text = choice_text, html = choice_html, choice_text = NULL, choice_html = NULL
                WHERE id = :id AND choice_text IS NOT NULL
                """).param("id", id).update();
    }

    /** The mail server has taken it. */
    public void sent(long id) {
        jdbc.sql("UPDATE letter SET state = 'SENT', sent_at = :at, bounced_at = NULL, trouble = NULL WHERE id = :id")
                .param("at", now()).param("id", id).update();
    }

    /** It could not be sent so far. */
    public void delayed(long id, String trouble) {
        jdbc.sql("UPDATE letter SET trouble = :trouble WHERE id = :id").param("trouble", cut(trouble)).param("id", id).update();
    }

    /** It could not be sent, and waits for a person. */
    public void held(long id, String trouble) {
        jdbc.sql("UPDATE letter SET state = 'HELD', trouble = :trouble WHERE id = :id AND state = 'TO_SEND'").param("trouble", cut(trouble)).param("id", id).update();
    }

    /**
     * It came back; one that never left can't, and stays what it is.
     *
     * @param trouble why, in words
     */
    public void bounced(long id, String trouble) {
        jdbc.sql("""
                UPDATE letter SET state = 'BOUNCED', bounced_at = :at, trouble = :trouble
                WHERE id = :id AND state IN ('SENT', 'BOUNCED')
                """).param("at", now()).param("trouble", cut(trouble)).param("id", id).update();
    }

    /** The letters about a delivery are listed with this country from now on. */
    void follow(long delivery, CountryCode country) {
        jdbc.sql("UPDATE letter SET country = :country WHERE delivery_id = :delivery AND country IS NOT NULL")
                .param("country", country.value()).param("delivery", delivery).update();
    }

    private static String cut(String trouble) {
        return trouble.length() <= 2000 ? trouble : trouble.substring(0, 2000);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        String country = row.getString("country");
        String choice = row.getString("choice_text");
        NewLetter content = new NewLetter(row.getLong("call_id"), LetterKind.valueOf(row.getString("kind")), row.getString("occasion"),
                row.getObject("delivery_id", Long.class), country == null ? null : new CountryCode(country), row.getString("recipient"),
                Locale.forLanguageTag(row.getString("language")), row.getString("subject"), row.getString("text"), row.getString("html"),
                choice == null ? null : new NewLetter.Choice(choice, row.getString("choice_html")));
        Instant decided = instant(row, "decided_at");
        return new Letter(row.getLong("id"), content,
                new LetterHead(row.getString("message_id"), row.getString("in_reply_to"), row.getString("thread")),
                LetterState.valueOf(row.getString("state")), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : new Letter.Decision(row.getString("decided_by"), decided),
                instant(row, "sent_at"), instant(row, "bounced_at"), row.getString("trouble") == null ? "" : row.getString("trouble"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
