package org.rapporteur.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Counts the values of fields among what was found. What is known of a commit of the index is kept as long as it is open. */
final class FacetCounts {

    private static final int MOST_VALUES = 300;

    private final FacetsConfig config;
    private final Map<Object, Map<Field, SortedSetDocValuesReaderState>> states = new ConcurrentHashMap<>();

    FacetCounts(FacetsConfig config) {
        this.config = config;
    }

    /** Fields of which no passage has a value have an empty list. */
    Map<Field, List<Results.Count>> of(Collection<Field> fields, IndexReader reader, FacetsCollector found) throws IOException {
        Map<Field, List<Results.Count>> counts = new EnumMap<>(Field.class);
        for (Field field : fields) {
            counts.put(field, of(field, reader, found));
        }
        return counts;
    }

    private List<Results.Count> of(Field field, IndexReader reader, FacetsCollector found) throws IOException {
        SortedSetDocValuesReaderState state = state(field, reader);
        return state == null ? List.of() : counts(new SortedSetDocValuesFacetCounts(state, found).getTopChildren(MOST_VALUES, field.word()));
    }

    /** Every value of a field, in no order. */
    List<Results.Count> all(Field field, IndexReader reader, FacetsCollector found) throws IOException {
        SortedSetDocValuesReaderState state = state(field, reader);
        return state == null ? List.of() : counts(new SortedSetDocValuesFacetCounts(state, found).getAllChildren(field.word()));
    }

    private static List<Results.Count> counts(@Nullable FacetResult result) {
        return result == null ? List.of() : Arrays.stream(result.labelValues).map(value -> new Results.Count(value.label, value.value.intValue())).toList();
    }

    /** Null where no passage has a value. */
    private @Nullable SortedSetDocValuesReaderState state(Field field, IndexReader reader) throws IOException {
        IndexReader.CacheHelper commit = reader.getReaderCacheHelper();
        Map<Field, SortedSetDocValuesReaderState> ofCommit = states.get(commit.getKey());
        if (ofCommit == null) {
            ofCommit = new ConcurrentHashMap<>();
            if (states.putIfAbsent(commit.getKey(), ofCommit) == null) {
                commit.addClosedListener(states::remove);
            }
        }
        SortedSetDocValuesReaderState state = ofCommit.get(field);
        if (state == null) {
            try {
                state = new DefaultSortedSetDocValuesReaderState(reader, "facet_" + field.word(), config);
            } catch (IllegalArgumentException noneHasIt) {
                return null;
            }
            ofCommit.put(field, state);
        }
        return state;
    }
}
