package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Finds the cues of one language in a batch of texts, by a small index in memory. */
final class CueMatcher {

    private static final FieldType WITH_POSITIONS = new FieldType();

    static {
        WITH_POSITIONS.setTokenized(true);
        WITH_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        WITH_POSITIONS.setOmitNorms(true);
        WITH_POSITIONS.freeze();
    }

    private final List<CueQuery> queries;

    CueMatcher(List<CueQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    /** A cue and where it stands; negative where it cancels others. */
    record CueQuery(Code code, Cue cue, boolean negative, IntervalsSource source) {}

    /** Where a cue stands in a text. */
    record Found(CueQuery query, Hit hit) {}

    /** For each text, what was found in it; texts without any cue are missing. */
    Map<Integer, List<Found>> find(List<Tokens> texts) {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory, texts);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return find(reader, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ByteBuffersDirectory directory, List<Tokens> texts) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setUseCompoundFile(false))) {
            for (Tokens text : texts) {
                Document document = new Document();
                document.add(new Field(CueQueries.STEMS, new Forms(text, Tokens.Forms::stem), WITH_POSITIONS));
                document.add(new Field(CueQueries.WORDS, new Forms(text, Tokens.Forms::plain), WITH_POSITIONS));
                writer.addDocument(document);
            }
        }
    }

    private Map<Integer, List<Found>> find(DirectoryReader reader, List<Tokens> texts) throws IOException {
        Map<Integer, List<Found>> found = new HashMap<>();
        for (CueQuery query : queries) {
            for (LeafReaderContext leaf : reader.leaves()) {
                IntervalIterator places = query.source().intervals(CueQueries.STEMS, leaf);
                if (places == null) {
                    continue;
                }
                for (int document = places.nextDoc(); document != IntervalIterator.NO_MORE_DOCS; document = places.nextDoc()) {
                    List<Tokens.Token> tokens = texts.get(leaf.docBase + document).all();
                    while (places.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
                        found.computeIfAbsent(leaf.docBase + document, key -> new ArrayList<>()).add(new Found(query,
                                new Hit(query.code(), query.cue(), tokens.get(places.start()).start(), tokens.get(places.end()).end())));
                    }
                }
            }
        }
        return found;
    }

    /** The words of a text in one of their forms, as the index takes them: each at the position that it has in the text. */
    private static final class Forms extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Tokens text;
        private final Function<Tokens.Forms, String> form;
        private int next;

        Forms(Tokens text, Function<Tokens.Forms, String> form) {
            this.text = text;
            this.form = form;
        }

        @Override
        public boolean incrementToken() {
            if (next == text.all().size()) {
                return false;
            }
            clearAttributes();
            term.append(form.apply(text.all().get(next++).forms()));
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
