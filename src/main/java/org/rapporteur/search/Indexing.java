package org.rapporteur.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps the index what it is, a projection of the database. */
@Component
public class Indexing {

    private static final int AT_ONCE = 200;

    private final PassageIndex index;
    private final IndexChanges changes;
    private final PassageEntries entries;

    Indexing(PassageIndex index, IndexChanges changes, PassageEntries entries) {
        this.index = index;
        this.changes = changes;
        this.entries = entries;
    }

    /** What became of a rebuild. */
    public sealed interface Rebuild {}

    /** The index was built anew. */
    public record Rebuilt(int passages) implements Rebuild {}

    /** Another process writes the index. */
    public record Busy() implements Rebuild {}

    /** Whether this process may write the index; taken on first asking, kept until the process ends. */
    public boolean mayWrite() {
        if (!index.openForWriting()) {
            return false;
        }
        if (!index.isLive()) {
            startAgain();
        }
        return true;
    }

    /** Whether there are passages and no index of them, or one that an older program wrote. */
    public boolean isMissing() {
        return !index.isLive() && changes.anythingToList();
    }

    /** Takes over every listed change; only where {@link #mayWrite}. Tells how many passages were written. */
    public synchronized int catchUp() {
        int written = 0;
        for (List<IndexChanges.Change> some = changes.pending(AT_ONCE); !some.isEmpty(); some = changes.pending(AT_ONCE)) {
            List<Long> extractions = some.stream().map(IndexChanges.Change::extraction).distinct().toList();
            Map<Long, List<PassageEntry>> found = some.stream().collect(Collectors.groupingBy(IndexChanges.Change::call,
                    Collectors.mapping(IndexChanges.Change::extraction, Collectors.toSet()))).entrySet().stream()
                    .flatMap(one -> entries.of(one.getKey(), one.getValue()).stream())
                    .collect(Collectors.groupingBy(entry -> entry.cited().passage().extraction()));
            extractions.forEach(extraction -> index.replace(extraction, found.getOrDefault(extraction, List.of())));
            index.commit();
            changes.strikeOff(some);
            written += found.values().stream().mapToInt(List::size).sum();
        }
        return written;
    }

    public Rebuild rebuild() {
        if (!index.openForWriting()) {
            return new Busy();
        }
        startAgain();
        return new Rebuilt(catchUp());
    }

    /** Listed first: an index that is live has nothing to take over but what is listed. */
    private void startAgain() {
        changes.addAll();
        index.startAgain();
        index.commit();
    }
}
