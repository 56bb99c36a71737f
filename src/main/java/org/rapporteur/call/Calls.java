package org.rapporteur.call;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.country.CountryCode;
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
    private final AuditTrail audit;
    private final Clock clock;
    private final CallCode current;
    private final Map<Long, Call> byRevision = new ConcurrentHashMap<>();

    Calls(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock,
            @Value("${rapporteur.call}") String current) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
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
        return at(id, revision);
    }

    /** The call as it stood in one of its revisions, with the contacts of today. */
    public Call at(long call, long revision) {
        Call stored = byRevision.computeIfAbsent(revision, key -> load(call, key));
        return new Call(call, revision, stored.content(), stored.codebook(), contacts(call));
    }

    /**
     * Imports a call as its next revision. The content that the same actor imported last changes nothing, even if it is no longer in
     * force: files are read at every start, and must not undo what people changed since.
     */
    public Call add(CallFile file, Actor actor) {
        return transaction.execute(status -> {
            long call = jdbc.sql("SELECT id FROM call WHERE code = :code").param("code", file.content().code().value())
                    .query(Long.class).optional().orElseGet(() -> open(file.content().code()));
            List<String> hashes = jdbc.sql("SELECT sha256 FROM call_revision WHERE call_id = :call ORDER BY ordinal")
                    .param("call", call).query(String.class).list();
            Optional<String> last = jdbc.sql("""
                    SELECT sha256 FROM call_revision WHERE call_id = :call AND actor = :actor ORDER BY ordinal DESC LIMIT 1
                    """).param("call", call).param("actor", actor.name()).query(String.class).optional();
            if (!last.equals(Optional.of(file.sha256()))) {
                revise(call, hashes.size() + 1, file, actor);
            }
            return get(call);
        });
    }

    /** Adds a contact, or makes one from a file a person's own, so that the next import leaves it alone. */
    public void addContact(long call, Contact contact, Actor actor) {
        transaction.executeWithoutResult(status -> {
            int owned = jdbc.sql("""
                    UPDATE contact SET role = :role, language = :language, origin = 'PERSON', added_by = :actor
                    WHERE call_id = :call AND address = :address AND country = :country
                    """).param("role", contact.role().name()).param("language", contact.language().getLanguage())
                    .param("actor", actor.name()).param("call", call).param("address", contact.address())
                    .param("country", contact.country().value()).update();
            if (owned == 0) {
                insert(call, contact, "PERSON", actor);
            }
            audit.add(actor, "contact-added", contact.country().value(), contact.address(), call);
        });
    }

    private long open(CallCode code) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO call (code, created_at) VALUES (:code, :at)").param("code", code.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    private void revise(long call, int ordinal, CallFile file, Actor actor) {
        jdbc.sql("""
                INSERT INTO call_revision (call_id, ordinal, sha256, call_yaml, codebook_yaml, imported_at, actor)
                VALUES (:call, :ordinal, :sha256, :yaml, :codebook, :at, :actor)
                """).param("call", call).param("ordinal", ordinal).param("sha256", file.sha256()).param("yaml", file.yaml())
                .param("codebook", file.codebook()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", actor.name()).update();
        jdbc.sql("DELETE FROM contact WHERE call_id = :call AND origin = 'FILE'").param("call", call).update();
        for (Contact contact : file.content().contacts()) {
            insert(call, contact, "FILE", actor);
        }
        audit.add(actor, "call-imported", file.content().code().value(), "revision " + ordinal, call);
    }

    private void insert(long call, Contact contact, String origin, Actor actor) {
        jdbc.sql("""
                INSERT INTO contact (call_id, country, address, role, language, origin, added_by)
                VALUES (:call, :country, :address, :role, :language, :origin, :actor) ON CONFLICT DO NOTHING
                """).param("call", call).param("country", contact.country().value()).param("address", contact.address())
                .param("role", contact.role().name()).param("language", contact.language().getLanguage())
                .param("origin", origin).param("actor", actor.name()).update();
    }

    private List<Contact> contacts(long call) {
        return jdbc.sql("SELECT country, address, role, language FROM contact WHERE call_id = :call ORDER BY id").param("call", call)
                .query((row, number) -> new Contact(new CountryCode(row.getString(1)), row.getString(2),
                        ContactRole.valueOf(row.getString(3)), Locale.of(row.getString(4)))).list();
    }

    private Call load(long call, long revision) {
        return jdbc.sql("SELECT call_yaml, codebook_yaml FROM call_revision WHERE id = :id").param("id", revision)
                .query((row, number) -> switch (CallReader.read(row.getString(1))) {
                    case CallReading.Good good -> new Call(call, revision, good.content(), row.getString(2));
                    case CallReading.Faulty faulty -> throw new IllegalStateException("stored call is faulty: " + faulty.faults());
                }).single();
    }
}
