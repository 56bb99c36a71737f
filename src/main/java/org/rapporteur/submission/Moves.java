package org.rapporteur.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.CallCode;
import org.rapporteur.country.CountryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Moves of submissions from the country they were accepted for to the one they are of. Number, country and deliveries change together, in
 * the caller's transaction; revisions, documents and what was coded in them stay as they are and so follow.
 */
@Repository
public class Moves {

    private static final String SELECT = """
            SELECT id, from_country, to_country, from_number, to_number, actor, moved_at FROM submission_move
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Submissions submissions;
    private final Clock clock;

    Moves(JdbcClient jdbc, AuditTrail audit, Submissions submissions, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** The move by which a submission is where it is; empty where it is where it was accepted. */
    public Optional<Move> standing(long submission) {
        return jdbc.sql(SELECT + "WHERE submission_id = :submission AND undone_at IS NULL ORDER BY id DESC LIMIT 1")
                .param("submission", submission).query(Moves::move).optional();
    }

    /**
     * Moves a submission to another country: it gets the next free number there, or the one that it had there before.
     *
     * @param seen as the person saw it
     * @return the move; empty where the submission has been moved since
     * @throws IllegalArgumentException where it stands for that country already
     */
    public Optional<Move> move(long call, CallCode code, Submission seen, CountryCode to, Actor actor) {
        if (seen.countries().contains(to)) {
            throw new IllegalArgumentException("%s stands for %s already".formatted(seen.number(), to));
        }
        CountryCode from = seen.countries().getFirst();
        lock(call, from, to);
        SubmissionNumber number = formerNumber(seen.id(), to).orElseGet(() -> submissions.nextNumber(call, code, to));
        if (!place(call, seen, from, to, number)) {
            return Optional.empty();
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO submission_move (call_id, submission_id, from_country, to_country, from_number, to_number, actor, moved_at)
                VALUES (:call, :submission, :from, :to, :before, :after, :actor, :at)
                """).param("call", call).param("submission", seen.id()).param("from", from.value()).param("to", to.value())
                .param("before", seen.number().value()).param("after", number.value()).param("actor", actor.name())
                .param("at", now()).update(key, "id");
        audit.add(actor, "submission-moved", number.value(), "from %s to %s, before %s".formatted(from, to, seen.number()), call);
        return find(key.getKeyAs(Long.class));
    }

    /**
     * Undoes the move by which a submission is where it is: it gets back its former number.
     *
     * @return the move that was undone; empty where there is none, or the submission has been moved since
     */
    public Optional<Move> undo(long call, Submission seen, Actor actor) {
        return standing(seen.id()).filter(move -> {
            lock(call, move.from(), move.to());
            return place(call, seen, move.to(), move.from(), move.before());
        }).map(move -> {
            jdbc.sql("UPDATE submission_move SET undone_at = :at WHERE id = :id").param("at", now()).param("id", move.id()).update();
            audit.add(actor, "submission-move-undone", move.before().value(), "from %s back to %s, before %s"
                    .formatted(move.to(), move.from(), move.after()), call);
            return move;
        });
    }

    /** Nobody accepts for either while it is moved; always in the same order, so that two moves do not wait for each other. */
    private void lock(long call, CountryCode one, CountryCode other) {
        Stream.of(one, other).sorted().forEach(country -> submissions.lock(call, country));
    }

    private Optional<SubmissionNumber> formerNumber(long submission, CountryCode country) {
        return jdbc.sql("""
                SELECT from_number FROM submission_move WHERE submission_id = :submission AND from_country = :country
                UNION
                SELECT to_number FROM submission_move WHERE submission_id = :submission AND to_country = :country
                """).param("submission", submission).param("country", country.value()).query(String.class).optional().map(SubmissionNumber::new);
    }

    private boolean place(long call, Submission seen, CountryCode from, CountryCode to, SubmissionNumber number) {
        if (jdbc.sql("UPDATE submission SET number = :number WHERE id = :id AND number = :seen").param("number", number.value())
                .param("id", seen.id()).param("seen", seen.number().value()).update() == 0) {
            return false;
        }
        jdbc.sql("UPDATE submission_country SET country = :to WHERE submission_id = :id AND country = :from").param("to", to.value())
                .param("id", seen.id()).param("from", from.value()).update();
        jdbc.sql("""
                UPDATE delivery SET country = :to WHERE call_id = :call AND country = :from
                  AND id IN (SELECT delivery_id FROM revision WHERE submission_id = :id)
                """).param("to", to.value()).param("call", call).param("from", from.value()).param("id", seen.id()).update();
        jdbc.sql("""
                UPDATE delivery SET reason = REPLACE(reason, :seen, :number) WHERE call_id = :call AND outcome = 'ACCEPTED'
                  AND id IN (SELECT delivery_id FROM revision WHERE submission_id = :id)
                """).param("seen", seen.number().value()).param("number", number.value()).param("call", call).param("id", seen.id()).update();
        return true;
    }

    private Optional<Move> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Moves::move).optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(row.getLong("id"), new CountryCode(row.getString("from_country")), new CountryCode(row.getString("to_country")),
                new SubmissionNumber(row.getString("from_number")), new SubmissionNumber(row.getString("to_number")), row.getString("actor"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
