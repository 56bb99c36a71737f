package org.rapporteur.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what and when. Lines are added and never changed. */
@Repository
public class AuditTrail {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a line. Subject and detail may come from outside: control characters become blanks, and what is longer than 200
     * (subject) or 4,000 characters (detail) is cut.
     *
     * @param act lower-case words joined by hyphens, at most 60 characters
     * @param call the key of the call; null where the act is of none
     */
    public void add(Actor actor, String act, String subject, String detail, @Nullable Long call) {
        AuditEntry entry = new AuditEntry(clock.instant(), actor, act, tame(subject, LONGEST_SUBJECT), tame(detail, LONGEST_DETAIL),
                call);
        jdbc.sql("""
                INSERT INTO audit (call_id, at, actor, act, subject, detail)
                VALUES (:call, :at, :actor, :act, :subject, :detail)
                """)
                .param("call", entry.call()).param("at", entry.at().atOffset(ZoneOffset.UTC)).param("actor", entry.actor().name())
                .param("act", entry.act()).param("subject", entry.subject()).param("detail", entry.detail()).update();
    }

    /** The last lines, the latest first. */
    public List<AuditEntry> latest(int limit) {
        return jdbc.sql("SELECT call_id, at, actor, act, subject, detail FROM audit ORDER BY id DESC LIMIT :limit")
                .param("limit", limit).query(AuditTrail::entry).list();
    }

    /** What was done to a subject in a call, in the order it was done. */
    public List<AuditEntry> of(long call, String subject) {
        return jdbc.sql("SELECT call_id, at, actor, act, subject, detail FROM audit WHERE call_id = :call AND subject = :subject ORDER BY id")
                .param("call", call).param("subject", subject).query(AuditTrail::entry).list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getObject("at", OffsetDateTime.class).toInstant(), new Actor(row.getString("actor")),
                row.getString("act"), row.getString("subject"), row.getString("detail"), row.getObject("call_id", Long.class));
    }

    private static String tame(String text, int longest) {
        String start = text.length() <= longest ? text : text.substring(0, longest);
        // a lone half of a pair, left by the cut or sent by somebody, is nothing a database takes
        return start.replaceAll("\\p{Cntrl}|[\\x{D800}-\\x{DFFF}]", " ");
    }
}
