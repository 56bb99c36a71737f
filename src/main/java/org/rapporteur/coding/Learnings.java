package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When the model learnt from what people decided, and what. Of every five texts about one is held aside by its hash: nothing is learnt from what
 * people decide on it, so that it tells how good the model is.
 */
@Repository
public class Learnings {

    /** after so many decisions the model learns by itself */
    public static final int EVERY = 50;

    private static final int ASIDE = 5;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Learnings(JdbcClient jdbc, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Up to where the model of a call has learnt; empty as long as it knows the passages that ship alone. */
    public Optional<Learning> latest(Call call) {
        return jdbc.sql("SELECT id, learnt_at FROM learning WHERE call_id = :call ORDER BY id DESC LIMIT 1").param("call", call.id())
                .query((row, n) -> new Learning(row.getLong("id"), row.getObject("learnt_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** How many decisions stand that the model has not learnt, and how many it has learnt that stand no more. */
    public int fresh(Call call) {
        return jdbc.sql("""
                SELECT (SELECT COUNT(*) FROM standing_decision d
                        WHERE d.call_id = :call AND NOT EXISTS (SELECT 1 FROM learning_decision l WHERE l.decision_id = d.id AND l.learning_id = :latest))
                     + (SELECT COUNT(*) FROM learning_decision l
                        WHERE l.learning_id = :latest AND NOT EXISTS (SELECT 1 FROM standing_decision d WHERE d.id = l.decision_id))
                """).param("call", call.id()).param("latest", latest(call).map(Learning::id).orElse(0L)).query(Integer.class).single();
    }

    /**
     * Lets the model learn from what stands now; from then on another model codes, and what was coded becomes stale. Where no decision stands any more
     * it forgets what it had learnt.
     *
     * @return false where it has learnt all of that before
     */
    public boolean learn(Call call, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (fresh(call) == 0) {
                return false;
            }
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("INSERT INTO learning (call_id, learnt_at) VALUES (:call, :at)").param("call", call.id())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
            // by their keys: a decision that is being made now may have a smaller one than others that stand
            jdbc.sql("INSERT INTO learning_decision (learning_id, decision_id, call_id) SELECT :learning, d.id, d.call_id FROM standing_decision d WHERE d.call_id = :call")
                    .param("learning", key.getKeyAs(Long.class)).param("call", call.id()).update();
            audit.add(actor, "model-learns", call.code().value(), "from what people decided", call.id());
            return true;
        }));
    }

    /** Likewise, where people have decided {@value #EVERY} times since. */
    public boolean learnIfDue(Call call) {
        return fresh(call) >= EVERY && learn(call, Actor.MACHINE);
    }

    /** What people had decided at that point, on texts that are not held aside, the same for ever. */
    List<TrainingPassage> passages(Learning learning, Codebook codebook) {
        Map<String, List<Said>> byText = jdbc.sql("""
                SELECT d.text_sha256, d.code, d.verdict, d.outcome, p.id AS passage_id, p.language, p.text
                FROM learning_decision l
                JOIN decision d ON d.id = l.decision_id
                JOIN passage p ON p.extraction_id = d.extraction_id AND p.start_offset = d.start_offset AND p.end_offset = d.end_offset
                WHERE l.learning_id = :learning
                ORDER BY d.id
                """).param("learning", learning.id())
                .query(Learnings::said).list().stream().filter(said -> !isAside(said.hash()))
                .collect(Collectors.groupingBy(Said::hash, TreeMap::new, Collectors.toList()));
        return byText.values().stream().map(some -> passage(some, codebook)).toList();
    }

    /**
     * How the model agrees with people on texts that are held aside.
     *
     * @param code which code
     * @param both how often both say that a passage has it
     * @param onlyPeople how often people alone say so
     * @param onlyModel how often the model alone says so
     * @param neither how often people rejected what the model does not say, or no longer says
     */
    public record Measured(CodeId code, int both, int onlyPeople, int onlyModel, int neither) {

        /** Of the decisions, the share on which both agree, 0 to 1. */
        public double agreement() {
            return (double) (both + neither) / (both + onlyPeople + onlyModel + neither);
        }
    }

    /** By code, those that people decided on most often first; codes that nobody decided on are missing. */
    public List<Measured> aside(Call call, Codebook codebook) {
        record Held(Said said, String found) {}
        List<Held> held = jdbc.sql("""
                SELECT d.text_sha256, d.code, d.verdict, d.outcome, p.id AS passage_id, p.language, p.text,
                       (SELECT STRING_AGG(c.code, ' ') FROM coding c WHERE c.passage_id = p.id AND c.score >= c.threshold) AS found
                FROM standing_decision d
                JOIN passage p ON p.extraction_id = d.extraction_id AND p.start_offset = d.start_offset AND p.end_offset = d.end_offset
                WHERE d.call_id = :call
                ORDER BY d.id
                """).param("call", call.id()).query((row, n) -> new Held(said(row, n), row.getString("found") == null ? "" : row.getString("found"))).list().stream()
                .filter(one -> isAside(one.said().hash())).toList();
        Map<CodeId, List<Held>> byCode = held.stream().collect(Collectors.groupingBy(one -> one.said().code(), LinkedHashMap::new, Collectors.toList()));
        List<Measured> measured = new ArrayList<>();
        byCode.forEach((code, some) -> {
            Confusion counts = Confusion.of(some, one -> one.said().has(), one -> says(one.found(), code, codebook));
            measured.add(new Measured(code, counts.both(), counts.onlyTrue(), counts.onlyFound(), counts.neither()));
        });
        measured.sort((a, b) -> byCode.get(b.code()).size() - byCode.get(a.code()).size());
        return measured;
    }

    /** Whether nothing is learnt from a text. */
    static boolean isAside(String hash) {
        return Integer.parseInt(hash.substring(0, 4), 16) % ASIDE == 0;
    }

    /** Whoever codes a passage with a code says its theme too. */
    private static boolean says(String found, CodeId code, Codebook codebook) {
        return List.of(found.split(" ")).stream().filter(one -> !one.isEmpty()).map(CodeId::new)
                .anyMatch(one -> one.equals(code) || codebook.themeOf(one).filter(theme -> theme.id().equals(code)).isPresent());
    }

    /** What was decided on one code of a text. */
    private record Said(String hash, CodeId code, boolean has, Outcome outcome, long passage, String language, String text) {}

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(row.getString("text_sha256").strip(), new CodeId(row.getString("code")), !row.getString("verdict").equals("REJECT"),
                Outcome.valueOf(row.getString("outcome")), row.getLong("passage_id"), row.getString("language"), row.getString("text"));
    }

    /** A code that was put says its theme; one that was rejected does not say that the theme is not there. Where people contradict one another, nothing is learnt. */
    private static TrainingPassage passage(List<Said> said, Codebook codebook) {
        Set<CodeId> has = new HashSet<>();
        Set<CodeId> hasNot = new HashSet<>();
        for (Said one : said) {
            (one.has() ? has : hasNot).add(one.code());
            if (one.has()) {
                codebook.themeOf(one.code()).ifPresent(theme -> has.add(theme.id()));
            }
        }
        Set<CodeId> both = new HashSet<>(has);
        both.retainAll(hasNot);
        has.removeAll(both);
        hasNot.removeAll(both);
        Said first = said.getFirst();
        return TrainingPassage.decided(first.hash(), first.language(), first.text(), has, hasNot,
                said.stream().filter(Said::has).map(Said::outcome).reduce(Outcome::and));
    }
}
