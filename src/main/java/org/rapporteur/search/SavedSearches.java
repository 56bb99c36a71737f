package org.rapporteur.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.submission.Sha256;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Searches that people keep, and which of their passages the owners know of. Only the owner changes one. */
@Repository
public class SavedSearches {

    private static final String COLUMNS = "SELECT id, owner, name, address, shared, alerts, told_at FROM saved_search ";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, NamedParameterJdbcTemplate batch, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a search.
     *
     * @return its key; empty where the owner has one of this name
     */
    public Optional<Long> add(long call, String name, String address, boolean shared, Actor owner) {
        SavedSearch search = new SavedSearch(0, owner.name(), name.strip(), address, shared, false, null);
        return transaction.execute(status -> {
            // two at once: the second waits here for the first, and finds its name taken
            jdbc.sql("SELECT id FROM call WHERE id = :call FOR UPDATE").param("call", call).query(Long.class).single();
            if (of(call, owner).stream().anyMatch(other -> other.name().equalsIgnoreCase(search.name()))) {
                return Optional.empty();
            }
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("""
                    INSERT INTO saved_search (call_id, owner, name, address, shared, alerts, made_at)
                    VALUES (:call, :owner, :name, :address, :shared, FALSE, :at)
                    """).param("call", call).param("owner", owner.name()).param("name", search.name()).param("address", address)
                    .param("shared", shared).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
            long id = key.getKeyAs(Long.class);
            audit.add(owner, "search-kept", "search " + id, search.name(), call);
            return Optional.of(id);
        });
    }

    /** The searches of a person, by name. */
    public List<SavedSearch> of(long call, Actor owner) {
        return jdbc.sql(COLUMNS + "WHERE call_id = :call AND owner = :owner AND removed_at IS NULL ORDER BY LOWER(name), id")
                .param("call", call).param("owner", owner.name()).query(SavedSearches::search).list();
    }

    /** What others share with a person, by name. */
    public List<SavedSearch> sharedWith(long call, Actor person) {
        return jdbc.sql(COLUMNS + "WHERE call_id = :call AND shared AND owner <> :person AND removed_at IS NULL ORDER BY LOWER(name), id")
                .param("call", call).param("person", person.name()).query(SavedSearches::search).list();
    }

    /** All whose owners are to be told of new passages, by owner. */
    public List<SavedSearch> withAlerts(long call) {
        return jdbc.sql(COLUMNS + "WHERE call_id = :call AND alerts AND removed_at IS NULL ORDER BY owner, LOWER(name), id")
                .param("call", call).query(SavedSearches::search).list();
    }

    /** One that a person may see: an own one, or one that is shared. */
    public Optional<SavedSearch> find(long call, long id, Actor person) {
        return jdbc.sql(COLUMNS + "WHERE id = :id AND call_id = :call AND (owner = :person OR shared) AND removed_at IS NULL")
                .param("id", id).param("call", call).param("person", person.name()).query(SavedSearches::search).optional();
    }

    /** @return false where it is not the owner's, and nothing was done; so below */
    public boolean share(long id, boolean shared, Actor owner) {
        return jdbc.sql("UPDATE saved_search SET shared = :shared WHERE id = :id AND owner = :owner AND removed_at IS NULL")
                .param("shared", shared).param("id", id).param("owner", owner.name()).update() == 1;
    }

    /** Tells the owner of new passages from now on, or no longer. */
    public boolean alert(long id, boolean alerts, Actor owner) {
        return jdbc.sql("UPDATE saved_search SET alerts = :alerts WHERE id = :id AND owner = :owner AND removed_at IS NULL")
                .param("alerts", alerts).param("id", id).param("owner", owner.name()).update() == 1;
    }

    public boolean remove(long id, Actor owner) {
        return jdbc.sql("UPDATE saved_search SET removed_at = :at WHERE id = :id AND owner = :owner AND removed_at IS NULL")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).param("owner", owner.name()).update() == 1;
    }

    /** Takes a removal back. */
    public boolean bringBack(long id, Actor owner) {
        return jdbc.sql("UPDATE saved_search SET removed_at = NULL WHERE id = :id AND owner = :owner AND removed_at IS NOT NULL")
                .param("id", id).param("owner", owner.name()).update() == 1;
    }

    /** Those of the hits that the owner was never told of. */
    public List<Hit> fresh(long id, Collection<Hit> hits) {
        Set<String> known = new HashSet<>(jdbc.sql("SELECT mark FROM saved_search_known WHERE search_id = :id").param("id", id).query(String.class).list());
        return hits.stream().filter(hit -> !known.contains(mark(hit))).toList();
    }

    /** The owner knows of these hits now. */
    public void know(long id, Collection<Hit> hits) {
        transaction.executeWithoutResult(status -> {
            List<Hit> fresh = fresh(id, hits);
            batch.batchUpdate("INSERT INTO saved_search_known (search_id, mark) VALUES (:id, :mark) ON CONFLICT DO NOTHING",
                    fresh.stream().map(SavedSearches::mark).distinct().map(mark -> new MapSqlParameterSource("id", id).addValue("mark", mark)).toArray(MapSqlParameterSource[]::new));
            jdbc.sql("UPDATE saved_search SET told_at = :at WHERE id = :id").param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("id", id).update();
        });
    }

    private static String mark(Hit hit) {
        return Sha256.of(hit.submission() + "\n" + hit.text()).hex();
    }

    private static SavedSearch search(ResultSet row, int number) throws SQLException {
        OffsetDateTime told = row.getObject("told_at", OffsetDateTime.class);
        Instant toldAt = told == null ? null : told.toInstant();
        return new SavedSearch(row.getLong("id"), row.getString("owner"), row.getString("name"), row.getString("address"), row.getBoolean("shared"),
                row.getBoolean("alerts"), toldAt);
    }
}
