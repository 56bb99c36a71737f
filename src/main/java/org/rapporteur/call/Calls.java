package org.rapporteur.call;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The calls; the database is the truth about them, files are imported into it as revisions. */
@Repository
public class Calls {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final CallCode current;
    private final Map<Long, Call> byRevision = new ConcurrentHashMap<>();

    Calls(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, @Value("${rapporteur.call}") String current) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.current = new CallCode(current);
    }

    /** The call this process works for. */
    public Call current() {
        return find(current).orElseThrow(() -> new IllegalStateException(
                "there is no call %s; put its call.yaml and codebook.yaml into data/calls/%s/".formatted(current, current)));
    }

    public Optional<Call> find(CallCode code) {
        return jdbc.sql("SELECT id FROM call WHERE code = :code").param("code", code.value()).query(Long.class).optional().map(this::get);
    }

    /** @param id the key of a call */
    public Call get(long id) {
        long revision = jdbc.sql("""
                SELECT id FROM call_revision WHERE call_id = :call ORDER BY ordinal DESC LIMIT 1
                """).param("call", id).query(Long.class).single();
        return byRevision.computeIfAbsent(revision, key -> load(id, key));
    }

    /** Imports a call as its next revision; the content in force again changes nothing. */
    public Call add(CallFile file, String actor) {
        return transaction.execute(status -> {
            long call = jdbc.sql("SELECT id FROM call WHERE code = :code").param("code", file.content().code().value())
                    .query(Long.class).optional().orElseGet(() -> open(file.content().code()));
            List<String> hashes = jdbc.sql("SELECT sha256 FROM call_revision WHERE call_id = :call ORDER BY ordinal")
                    .param("call", call).query(String.class).list();
            if (hashes.isEmpty() || !hashes.getLast().equals(file.sha256())) {
                revise(call, hashes.size() + 1, file, actor);
            }
            return get(call);
        });
    }

    private long open(CallCode code) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO call (code, created_at) VALUES (:code, :at)").param("code", code.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private void revise(long call, int ordinal, CallFile file, String actor) {
        jdbc.sql("""
                INSERT INTO call_revision (call_id, ordinal, sha256, call_yaml, codebook_yaml, imported_at, actor)
                VALUES (:call, :ordinal, :sha256, :yaml, :codebook, :at, :actor)
                """).param("call", call).param("ordinal", ordinal).param("sha256", file.sha256()).param("yaml", file.yaml())
                .param("codebook", file.codebook()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", actor).update();
        jdbc.sql("DELETE FROM contact WHERE call_id = :call").param("call", call).update();
        for (Contact contact : file.content().contacts()) {
            jdbc.sql("INSERT INTO contact (call_id, country, address, role, language) VALUES (:call, :country, :address, :role, :language)")
                    .param("call", call).param("country", contact.country().value()).param("address", contact.address())
                    .param("role", contact.role().name()).param("language", contact.language().getLanguage()).update();
        }
    }

    private Call load(long call, long revision) {
        return jdbc.sql("SELECT call_yaml, codebook_yaml FROM call_revision WHERE id = :id").param("id", revision)
                .query((row, number) -> switch (CallReader.read(row.getString(1))) {
                    case CallReading.Good good -> new Call(call, revision, good.content(), row.getString(2));
                    case CallReading.Faulty faulty -> throw new IllegalStateException("stored call is faulty: " + faulty.faults());
                }).single();
    }
}
