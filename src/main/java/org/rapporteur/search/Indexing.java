package org.rapporteur.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Code;
import org.rapporteur.coding.CodeKind;
import org.rapporteur.coding.Codebook;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.springframework.stereotype.Component;

/** Keeps the index what it is, a projection of the database. */
@Component
public class Indexing {

    private static final int AT_ONCE = 200;

    private final PassageIndex index;
    private final IndexChanges changes;
    private final Passages passages;
    private final Coded coder;
    private final Calls calls;

    Indexing(PassageIndex index, IndexChanges changes, Passages passages, Coded coder, Calls calls) {
        this.index = index;
        this.changes = changes;
        this.passages = passages;
        this.coder = coder;
        this.calls = calls;
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
            Map<Long, List<PassageEntry>> entries = some.stream().collect(Collectors.groupingBy(IndexChanges.Change::call,
                    Collectors.mapping(IndexChanges.Change::extraction, Collectors.toSet()))).entrySet().stream()
                    .flatMap(one -> entries(calls.get(one.getKey()), one.getValue()).stream())
                    .collect(Collectors.groupingBy(entry -> entry.cited().passage().extraction()));
            extractions.forEach(extraction -> index.replace(extraction, entries.getOrDefault(extraction, List.of())));
            index.commit();
            changes.strikeOff(some);
            written += entries.values().stream().mapToInt(List::size).sum();
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

    private List<PassageEntry> entries(Call call, Collection<Long> extractions) {
        List<CitedPassage> cited = passages.cited(extractions);
        Map<Long, List<EffectiveCoding>> effective = coder.effective(extractions);
        Codebook codebook = coder.codebook(call);
        return cited.stream().map(c -> entry(call, c, effective.getOrDefault(c.passage().id(), List.of()), codebook)).toList();
    }

    private static PassageEntry entry(Call call, CitedPassage cited, List<EffectiveCoding> effective, Codebook codebook) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            values.put(field, new ArrayList<>());
        }
        for (EffectiveCoding coding : effective) {
            values.get(Field.CODE).add(coding.code().value());
            codebook.themeOf(coding.code()).map(Code::id).ifPresent(id -> values.get(Field.THEME).add(id.value()));
            codebook.questionOf(coding.code()).map(Code::id).ifPresent(id -> values.get(Field.QUESTION).add(id.value()));
            codebook.find(coding.code()).filter(code -> code.kind() == CodeKind.FRAMEWORK)
                    .ifPresent(code -> values.get(Field.FRAMEWORK).add(code.id().value()));
            if (codebook.themeOf(coding.code()).isPresent()) {
                values.get(Field.OUTCOME).add(coding.outcome().word());
                values.get(Field.STATUS).add(coding.status().word());
            }
        }
        cited.countries().forEach(country -> values.get(Field.COUNTRY).add(country.value()));
        values.get(Field.LANGUAGE).add(cited.passage().language());
        values.get(Field.ACCESS).add(cited.access().name());
        values.get(Field.IN_FORCE).add(cited.inForce() ? "yes" : "no");
        values.get(Field.CALL).add(call.code().value());
        values.get(Field.SUBMISSION).add(cited.submission().value());
        return new PassageEntry(cited, values);
    }
}
