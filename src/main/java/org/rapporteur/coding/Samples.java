package org.rapporteur.coding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.call.Call;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Samples for double coding: drawn once, coded by two people, then compared. What they say counts only once somebody has settled it. */
@Repository
public class Samples {

    private static final String COLUMNS = "id, name, size, proposed, seed, first_coder, second_coder, drawn_at, ended_at";

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Samples(JdbcClient jdbc, Decisions decisions, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Draws a sample: papers take turns, so that a long one does not outweigh the others.
     *
     * @param from passages that both coders may see
     * @param coded keys of those that the machine has coded
     * @return the sample; empty where there is nothing to draw from, or a sample of this name
     */
    public Optional<Sample> draw(Call call, SamplePlan plan, List<CitedPassage> from, Set<Long> coded, Actor actor) {
        List<Long> drawn = drawn(plan, from, coded);
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        try {
            return transaction.execute(status -> find(call, insert(call, plan, drawn, actor)));
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    private long insert(Call call, SamplePlan plan, List<Long> drawn, Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO coding_sample (call_id, name, size, proposed, seed, first_coder, second_coder, actor, drawn_at)
                VALUES (:call, :name, :size, :proposed, :seed, :first, :second, :actor, :at)
                """).param("call", call.id()).param("name", plan.name()).param("size", plan.size()).param("proposed", plan.proposed())
                .param("seed", plan.seed()).param("first", plan.first().name()).param("second", plan.second().name()).param("actor", actor.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
        long id = key.getKeyAs(Long.class);
        for (int i = 0; i < drawn.size(); i++) {
            jdbc.sql("INSERT INTO sample_passage (sample_id, ordinal, call_id, passage_id) VALUES (:sample, :ordinal, :call, :passage)")
                    .param("sample", id).param("ordinal", i + 1).param("call", call.id()).param("passage", drawn.get(i)).update();
        }
        audit.add(actor, "sample-drawn", plan.name(), "%d passages for %s and %s".formatted(drawn.size(), plan.first().name(), plan.second().name()), call.id());
        return id;
    }

    /** The samples of a call, the latest first. */
    public List<Sample> of(Call call) {
        return samples(jdbc.sql("SELECT " + COLUMNS + " FROM coding_sample WHERE call_id = :call ORDER BY id DESC").param("call", call.id()));
    }

    public Optional<Sample> find(Call call, long id) {
        return samples(jdbc.sql("SELECT " + COLUMNS + " FROM coding_sample WHERE call_id = :call AND id = :id").param("call", call.id()).param("id", id)).stream()
                .findFirst();
    }

    /**
     * Keeps what a coder says of a passage, in the place of what the same coder said before.
     *
     * @param codes none where no code fits
     * @return false where the person does not code this sample, both are done with it, or it has no such place
     */
    public boolean code(Call call, long id, int place, List<BlindCode> codes, Actor coder) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("SELECT id FROM coding_sample WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).optional();
            Optional<Sample> sample = find(call, id).filter(one -> one.coders().contains(coder) && !one.isComplete() && one.passages().containsKey(place));
            sample.ifPresent(one -> {
                long passage = one.passages().get(place);
                decisions.decideBlind(passage, codes.stream().map(code -> code.on(passage)).toList(), coder, set(one));
                jdbc.sql("INSERT INTO sample_coded (sample_id, ordinal, call_id, coder, coded_at) VALUES (:sample, :place, :call, :coder, :at) ON CONFLICT DO NOTHING")
                        .param("sample", id).param("place", place).param("call", call.id()).param("coder", coder.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
            });
            return sample.isPresent();
        }));
    }

    /** Ends a sample before both are done; false where it is complete, or no sample of the call. */
    public boolean end(Call call, long id, Actor actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("SELECT id FROM coding_sample WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).optional();
            Optional<Sample> open = find(call, id).filter(one -> !one.isComplete());
            open.ifPresent(one -> {
                jdbc.sql("UPDATE coding_sample SET ended_by = :actor, ended_at = :at WHERE id = :id").param("actor", actor.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).update();
                audit.add(actor, "sample-ended", one.plan().name(), "%d of %d passages coded by both".formatted(one.both().size(), one.passages().size()), call.id());
            });
            return open.isPresent();
        }));
    }

    /** What a coder said, by place; places without any code are missing. */
    public Map<Integer, List<BlindCode>> said(Sample sample, Actor coder) {
        Map<Long, List<Decision>> all = decisions.blind(set(sample));
        Map<Integer, List<BlindCode>> said = new TreeMap<>();
        sample.passages().forEach((place, passage) -> {
            List<BlindCode> own = all.getOrDefault(passage, List.of()).stream().filter(decision -> decision.coder().equals(coder.name()))
                    .map(decision -> new BlindCode(decision.code(), decision.status(), decision.outcome())).toList();
            if (!own.isEmpty()) {
                said.put(place, own);
            }
        });
        return said;
    }

    private static String set(Sample sample) {
        return "sample " + sample.id();
    }

    /** Those with a coding of the machine first, as many as planned; where there are too few of one kind, the other fills up; then mixed. */
    static List<Long> drawn(SamplePlan plan, List<CitedPassage> from, Set<Long> coded) {
        List<CitedPassage> with = inTurn(plan.seed(), from.stream().filter(passage -> coded.contains(passage.passage().id())).toList());
        List<CitedPassage> without = inTurn(plan.seed(), from.stream().filter(passage -> !coded.contains(passage.passage().id())).toList());
        int wanted = Math.min(with.size(), Math.max(Math.round(plan.size() * plan.proposed() / 100f), plan.size() - without.size()));
        List<CitedPassage> drawn = new ArrayList<>(with.subList(0, Math.min(wanted, plan.size())));
        drawn.addAll(without.subList(0, Math.min(without.size(), plan.size() - drawn.size())));
        drawn.sort(byHash(plan.seed()));
        return drawn.stream().map(passage -> passage.passage().id()).toList();
    }

    /** One of each paper, then another one of each; within a paper as the seed says. */
    private static List<CitedPassage> inTurn(String seed, Collection<CitedPassage> passages) {
        Map<SubmissionNumber, Deque<CitedPassage>> papers = new HashMap<>();
        passages.stream().sorted(byHash(seed)).forEach(passage -> papers.computeIfAbsent(passage.submission(), key -> new ArrayDeque<>()).add(passage));
        List<SubmissionNumber> order = papers.keySet().stream().sorted(Comparator.comparing(paper -> Sha256.of(seed + paper.value()).hex())).toList();
        List<CitedPassage> turn = new ArrayList<>();
        while (turn.size() < passages.size()) {
            order.stream().map(papers::get).filter(own -> !own.isEmpty()).forEach(own -> turn.add(own.removeFirst()));
        }
        return turn;
    }

    private static Comparator<CitedPassage> byHash(String seed) {
        return Comparator.comparing((CitedPassage passage) -> Sha256.of(seed + passage.passage().text()).hex()).thenComparing(passage -> passage.passage().id());
    }

    /** What is kept of samples in tables of their own, by sample. */
    private record Drawn(Map<Long, TreeMap<Integer, Long>> passages, Map<Long, Map<Actor, Set<Integer>>> done, Map<Long, Instant> coded) {}

    private List<Sample> samples(JdbcClient.StatementSpec statement) {
        record Row(long id, SamplePlan plan, Instant drawn, @Nullable Instant ended) {}
        List<Row> rows = statement.query((row, n) -> new Row(row.getLong("id"), plan(row), row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)))).list();
        Drawn drawn = drawn(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> new Sample(row.id(), row.plan(), row.drawn(), drawn.passages().getOrDefault(row.id(), new TreeMap<>()),
                drawn.done().getOrDefault(row.id(), Map.of()), row.ended() == null ? drawn.coded().get(row.id()) : row.ended(), row.ended() != null)).toList();
    }

    private Drawn drawn(List<Long> ids) {
        Drawn drawn = new Drawn(new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (ids.isEmpty()) {
            return drawn;
        }
        jdbc.sql("SELECT sample_id, ordinal, passage_id FROM sample_passage WHERE sample_id IN (:ids)").param("ids", ids).query(row -> {
            drawn.passages().computeIfAbsent(row.getLong("sample_id"), key -> new TreeMap<>()).put(row.getInt("ordinal"), row.getLong("passage_id"));
        });
        jdbc.sql("SELECT sample_id, ordinal, coder, coded_at FROM sample_coded WHERE sample_id IN (:ids)").param("ids", ids).query(row -> {
            drawn.done().computeIfAbsent(row.getLong("sample_id"), key -> new HashMap<>()).computeIfAbsent(new Actor(row.getString("coder")), key -> new HashSet<>())
                    .add(row.getInt("ordinal"));
            drawn.coded().merge(row.getLong("sample_id"), instant(row.getObject("coded_at", OffsetDateTime.class)), (one, other) -> one.isAfter(other) ? one : other);
        });
        return drawn;
    }

    private static SamplePlan plan(ResultSet row) throws SQLException {
        return new SamplePlan(row.getString("name"), row.getInt("size"), row.getInt("proposed"), row.getString("seed"), new Actor(row.getString("first_coder")),
                new Actor(row.getString("second_coder")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
