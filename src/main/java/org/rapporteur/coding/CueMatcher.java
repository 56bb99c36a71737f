package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Finds the cues of one language in a batch of texts, by a small index in memory. */
final class CueMatcher {

    private static final FieldType WITH_OFFSETS = new FieldType();

    static {
        WITH_OFFSETS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        WITH_OFFSETS.setOmitNorms(true);
        WITH_OFFSETS.freeze();
    }

    private final String language;
    private final List<CueQuery> queries;

    /** @param language ISO 639-1 of the cues */
    CueMatcher(String language, List<CueQuery> queries) {
        this.language = language;
        this.queries = List.copyOf(queries);
    }

    /** A cue and the query that finds it; negative where it cancels others. */
    record CueQuery(Code code, Cue cue, boolean negative, Query query) {}

    /** Where a cue stands in a text. */
    record Found(CueQuery query, Hit hit) {}

    /** For each text, what was found in it; texts without any cue are missing. */
    Map<Integer, List<Found>> find(List<String> texts) {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, texts);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return find(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffersDirectory directory, List<String> texts) throws IOException {
        PerFieldAnalyzerWrapper analyzer = new PerFieldAnalyzerWrapper(Analysis.stems(language),
                Map.of(CueQueries.WORDS, Analysis.words()));
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setUseCompoundFile(false))) {
            for (String text : texts) {
                Document document = new Document();
                document.add(new Field(CueQueries.STEMS, text, WITH_OFFSETS));
                document.add(new Field(CueQueries.WORDS, text, WITH_OFFSETS));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private Map<Integer, List<Found>> find(DirectoryReader reader) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        Map<Integer, List<Found>> found = new HashMap<>();
        for (CueQuery query : queries) {
            Weight weight = searcher.createWeight(searcher.rewrite(query.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : reader.leaves()) {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                DocIdSetIterator documents = scorer.iterator();
                for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
                    collect(query, weight.matches(leaf, document), found.computeIfAbsent(leaf.docBase + document, key -> new ArrayList<>()));
                }
            }
        }
        return found;
    }

    private static void collect(CueQuery query, Matches matches, List<Found> found) throws IOException {
        MatchesIterator places = matches == null ? null : matches.getMatches(CueQueries.STEMS);
        while (places != null && places.next()) {
            found.add(new Found(query, new Hit(query.code(), query.cue(), places.startOffset(), places.endOffset())));
        }
    }
}
