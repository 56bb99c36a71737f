package org.rapporteur.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work table: what waits for which stage. A short claim, work without a lock, then an advance that only the holder of the
 * latest claim can make.
 */
@Repository
public class WorkItems {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts a delivery to work from a stage on.
     *
     * @param lane deliveries of one lane leave EXTRACTED in the order they came
     */
    public void add(long call, long delivery, Stage stage, @Nullable String lane) {
        add(call, WorkKind.DELIVERY, delivery, stage, lane, Duration.ZERO);
    }

    /**
     * Puts a subject to work from a stage on. A recoding or a letter may be asked for again at any time: the row goes back to the
     * stage, and whoever works on it now can no longer end its claim.
     *
     * @param subject key of a row of its kind; a delivery that is at work already stays where it is
     * @param lane null for subjects that need not keep an order
     * @param delay before it can be claimed
     */
    public void add(long call, WorkKind kind, long subject, Stage stage, @Nullable String lane, Duration delay) {
        String insert = """
                INSERT INTO work (call_id, subject_kind, subject_id, stage, lane, fence, attempts, not_before, updated_at)
                VALUES (:call, :kind, :subject, :stage, :lane, 0, 0, :notBefore, :now) ON CONFLICT DO NOTHING
                """;
        int added = jdbc.sql(insert)
                .param("call", call).param("kind", kind.name()).param("subject", subject).param("stage", stage.name())
                .param("lane", lane).param("notBefore", now().plus(delay)).param("now", now()).update();
        if (added == 0 && kind != WorkKind.DELIVERY) {
            putBack(kind, subject, stage, delay);
        }
    }

    /** Moves an unfinished delivery to another lane: its country became known on the way. */
    public void changeLane(WorkItem item, String lane) {
        jdbc.sql("UPDATE work SET lane = :lane WHERE id = :id AND fence = :fence")
                .param("lane", lane).param("id", item.id()).param("fence", item.fence()).update();
    }

    /** Moves a delivery that nobody works on to another lane. */
    public void changeLane(long delivery, String lane) {
        jdbc.sql("UPDATE work SET lane = :lane WHERE subject_kind = 'DELIVERY' AND subject_id = :delivery AND owner IS NULL")
                .param("lane", lane).param("delivery", delivery).update();
    }

    /** Lends the oldest items that wait at a stage, in order; fewer than {@code most}, or none, where no more can be claimed now. */
    public List<WorkItem> claim(Stage stage, String owner, Duration lease, int most) {
        return transaction.execute(status -> oldest(stage, most).stream().map(found -> lend(found, owner, lease)).toList());
    }

    /** Ends a claim by moving on to the next stage; false where somebody else has claimed the item since. */
    public boolean advance(WorkItem item, Stage next) {
        return end(item, """
                UPDATE work SET stage = :to, owner = NULL, lease_until = NULL, attempts = 0, not_before = :now, updated_at = :now
                WHERE id = :id AND owner = :owner AND fence = :fence AND stage = :stage
                """, next, now());
    }

    /** Ends a claim by waiting for a person; the stage it was held at is kept, so that a release goes on from there. */
    public boolean hold(WorkItem item) {
        return end(item, """
                UPDATE work SET stage = :to, held_at = :stage, owner = NULL, lease_until = NULL, updated_at = :now
                WHERE id = :id AND owner = :owner AND fence = :fence AND stage = :stage
                """, Stage.HELD, now());
    }

    /** Ends a claim after a failure; the item can be claimed again after the delay. */
    public boolean retryAfter(WorkItem item, Duration delay) {
        return end(item, """
                UPDATE work SET stage = :to, owner = NULL, lease_until = NULL, attempts = attempts + 1, not_before = :now,
                       updated_at = :now
                WHERE id = :id AND owner = :owner AND fence = :fence AND stage = :stage
                """, item.stage(), now().plus(delay));
    }

    /** Ends a claim without a failure: the item waits for its time. */
    public boolean postpone(WorkItem item, Duration delay) {
        return end(item, """
                UPDATE work SET stage = :to, owner = NULL, lease_until = NULL, not_before = :now, updated_at = :now
                WHERE id = :id AND owner = :owner AND fence = :fence AND stage = :stage
                """, item.stage(), now().plus(delay));
    }

    /** Prolongs a lease, unless somebody else has claimed the item since. */
    public void prolong(WorkItem item, Duration lease) {
        jdbc.sql("UPDATE work SET lease_until = :until WHERE id = :id AND owner = :owner AND fence = :fence")
                .param("until", now().plus(lease)).param("id", item.id()).param("owner", item.owner()).param("fence", item.fence()).update();
    }

    /** Who holds leases, alive or not. */
    public List<String> owners() {
        return jdbc.sql("SELECT DISTINCT owner FROM work WHERE owner IS NOT NULL").query(String.class).list();
    }

    /** Takes back every lease of an owner that is known to be gone. */
    public void takeBack(String owner) {
        jdbc.sql("UPDATE work SET owner = NULL, lease_until = NULL WHERE owner = :owner").param("owner", owner).update();
    }

    /**
     * Lets a held subject go on: a person has mended what it waited for.
     *
     * @param from the stage it goes on from; null for the one it was held at
     * @return false where it is not held, so that two clicks are one release
     */
    public boolean release(WorkKind kind, long subject, @Nullable Stage from) {
        return jdbc.sql("""
                UPDATE work SET stage = COALESCE(:from, held_at), held_at = NULL, fence = fence + 1, attempts = 0, not_before = :now,
                       updated_at = :now
                WHERE subject_kind = :kind AND subject_id = :subject AND stage = 'HELD'
                """).param("from", from == null ? null : from.name(), java.sql.Types.VARCHAR).param("now", now())
                .param("kind", kind.name()).param("subject", subject).update() == 1;
    }

    /**
     * Where a subject stands, which nobody else can change until the transaction ends; empty where it was never put to work.
     */
    public Optional<Stage> stand(WorkKind kind, long subject) {
        return jdbc.sql("SELECT stage FROM work WHERE subject_kind = :kind AND subject_id = :subject FOR UPDATE")
                .param("kind", kind.name()).param("subject", subject).query(String.class).optional().map(Stage::valueOf);
    }

    /** Which of these deliveries wait for a person. */
    public Set<Long> held(Collection<Long> deliveries) {
        return deliveries.isEmpty() ? Set.of() : jdbc.sql("""
                SELECT subject_id FROM work WHERE subject_kind = 'DELIVERY' AND subject_id IN (:subjects) AND stage = 'HELD'
                """).param("subjects", deliveries).query(Long.class).set();
    }

    /** How many of these deliveries are neither indexed nor held yet. */
    public int unfinished(Collection<Long> deliveries) {
        return deliveries.isEmpty() ? 0 : jdbc.sql("""
                SELECT COUNT(*) FROM work
                WHERE subject_kind = 'DELIVERY' AND subject_id IN (:subjects) AND stage NOT IN ('INDEXED', 'HELD')
                """).param("subjects", deliveries).query(Integer.class).single();
    }

    /** How many items stand at each stage, waiting or in hand; stages at which none stands are missing. */
    public Map<Stage, Integer> standing() {
        Map<Stage, Integer> standing = new EnumMap<>(Stage.class);
        jdbc.sql("SELECT stage, COUNT(*) FROM work WHERE stage IN ('RECEIVED', 'EXTRACTED', 'SPLIT', 'CODED', 'TO_SEND', 'TO_RECODE') GROUP BY stage")
                .query(row -> {
                    standing.put(Stage.valueOf(row.getString(1)), row.getInt(2));
                });
        return standing;
    }

    /** How many subjects of a kind have neither reached their last stage nor are held. */
    public int unfinished(WorkKind kind) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM work WHERE subject_kind = :kind AND stage NOT IN ('INDEXED', 'SENT', 'RECODED', 'HELD')
                """).param("kind", kind.name()).query(Integer.class).single();
    }

    private void putBack(WorkKind kind, long subject, Stage stage, Duration delay) {
        jdbc.sql("""
                UPDATE work SET stage = :stage, held_at = NULL, owner = NULL, lease_until = NULL, fence = fence + 1, attempts = 0,
                       not_before = :notBefore, updated_at = :now
                WHERE subject_kind = :kind AND subject_id = :subject
                """).param("stage", stage.name()).param("notBefore", now().plus(delay)).param("now", now()).param("kind", kind.name())
                .param("subject", subject).update();
    }

    private List<WorkItem> oldest(Stage stage, int most) {
        return jdbc.sql("""
                SELECT id, call_id, subject_kind, subject_id, stage, attempts, fence FROM work
                WHERE stage = :stage AND not_before <= :now AND (lease_until IS NULL OR lease_until < :now)
                  AND (stage <> 'EXTRACTED' OR NOT EXISTS (
                        SELECT 1 FROM work e
                        WHERE e.call_id = work.call_id AND e.lane = work.lane AND e.id < work.id
                          AND e.stage IN ('RECEIVED', 'EXTRACTED')))
                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
                """).param("stage", stage.name()).param("now", now()).param("most", most).query(WorkItems::item).list();
    }

    private WorkItem lend(WorkItem found, String owner, Duration lease) {
        jdbc.sql("""
                UPDATE work SET owner = :owner, lease_until = :until, fence = fence + 1, updated_at = :now WHERE id = :id
                """).param("owner", owner).param("until", now().plus(lease)).param("now", now()).param("id", found.id()).update();
        return new WorkItem(found.id(), found.call(), found.kind(), found.subject(), found.stage(), found.attempts(), owner, found.fence() + 1);
    }

    private boolean end(WorkItem item, String sql, Stage to, OffsetDateTime at) {
        return jdbc.sql(sql).param("to", to.name()).param("now", at).param("id", item.id()).param("owner", item.owner())
                .param("fence", item.fence()).param("stage", item.stage().name()).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static WorkItem item(ResultSet row, int number) throws SQLException {
        return new WorkItem(row.getLong("id"), row.getLong("call_id"), WorkKind.valueOf(row.getString("subject_kind")), row.getLong("subject_id"),
                Stage.valueOf(row.getString("stage")), row.getInt("attempts"), "", row.getLong("fence"));
    }
}
