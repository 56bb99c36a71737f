package org.rapporteur.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.rapporteur.country.Countries;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Locator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One Lucene document for each passage in a folder. Many may read it, in this process or another; one process writes.
 */
@Component
final class PassageIndex implements AutoCloseable {

    /** grows when documents get other fields; an index of another version is rebuilt */
    private static final String SCHEMA = "6";
    private static final FieldType TEXT = new FieldType();

    static {
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        TEXT.freeze();
    }

    private final Directory directory;
    private final Duration longest;
    private final FacetsConfig facets = new FacetsConfig();
    private @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;

    PassageIndex(@Value("${rapporteur.data}/index") Path folder, @Value("${rapporteur.search.longest:10s}") Duration longest) {
        this.longest = longest;
        try {
            directory = FSDirectory.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Field field : Field.values()) {
            facets.setMultiValued(field.word(), true);
            facets.setIndexFieldName(field.word(), "facet_" + field.word());
        }
    }

    FacetsConfig facets() {
        return facets;
    }

    /** Takes the right to write; false where another process has it. Doing it twice changes nothing. */
    synchronized boolean openForWriting() {
        if (writer != null) {
            return true;
        }
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(Analysis.byField()));
            return true;
        } catch (LockObtainFailedException another) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an index stands there, written with our fields. */
    boolean isLive() {
        return read(searcher -> true).isPresent();
    }

    /** Puts these passages in the place of all that the extraction has in the index. */
    void replace(long extraction, List<PassageEntry> entries) {
        List<Document> documents = new ArrayList<>();
        try {
            for (PassageEntry entry : entries) {
                documents.add(facets.build(document(entry)));
            }
            writer.updateDocuments(new Term("extraction", String.valueOf(extraction)), documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty index of our schema, once it is committed. */
    void startAgain() {
        try {
            writer.deleteAll();
            writer.setLiveCommitData(Map.of("schema", SCHEMA).entrySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with the last commit while it is lent. */
    @FunctionalInterface
    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Reads the last commit; empty where there is none of our schema, for its fields would be other ones. */
    <T> Optional<T> read(Reading<T> reading) {
        try {
            SearcherManager lender = searchers();
            lender.maybeRefreshBlocking();
            IndexSearcher searcher = lender.acquire();
            try {
                return isOurs(searcher) ? Optional.of(inTime(reading, searcher)) : Optional.empty();
            } finally {
                lender.release(searcher);
            }
        } catch (IndexNotFoundException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody waits longer, and nobody takes a part for the whole. */
    private <T> T inTime(Reading<T> reading, IndexSearcher lent) throws IOException {
        IndexSearcher searcher = new IndexSearcher(lent.getIndexReader());
        searcher.setTimeout(new QueryTimeoutImpl(longest.toMillis()));
        T read = reading.of(searcher);
        if (searcher.timedOut()) {
            throw new SlowQuery(longest);
        }
        return read;
    }

    private synchronized SearcherManager searchers() throws IOException {
        if (searchers == null) {
            searchers = new SearcherManager(directory, null);
        }
        return searchers;
    }

    private static boolean isOurs(IndexSearcher searcher) throws IOException {
        return SCHEMA.equals(((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData().get("schema"));
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (searchers != null) {
            searchers.close();
        }
        directory.close();
    }

    private static Document document(PassageEntry entry) {
        CitedPassage cited = entry.cited();
        Locator locator = cited.passage().locator();
        Document document = new Document();
        document.add(new StringField("extraction", String.valueOf(cited.passage().extraction()), org.apache.lucene.document.Field.Store.NO));
        document.add(new StoredField("id", cited.passage().id()));
        document.add(new LongPoint("key", cited.passage().id()));
        document.add(new NumericDocValuesField("place", cited.passage().ordinal()));
        document.add(new NumericDocValuesField("document", cited.passage().extraction()));
        document.add(new SortedDocValuesField("country-name", new BytesRef(Countries.name(cited.countries().getFirst(), java.util.Locale.ENGLISH))));
        document.add(new SortedDocValuesField("paper", new BytesRef(cited.submission().value())));
        document.add(new StoredField("citation", cited.citation(java.util.Locale.ENGLISH)));
        document.add(new StoredField("headingPath", String.join(" › ", locator.headingPath())));
        document.add(new StoredField("text", cited.passage().text()));
        document.add(new StoredField("lang", cited.passage().language()));
        document.add(new StoredField("number", cited.submission().value()));
        document.add(new StoredField("firstCountry", cited.countries().getFirst().value()));
        if (locator.page() != null) {
            document.add(new StoredField("page", locator.page()));
        }
        if (locator.paragraph() != null) {
            document.add(new StoredField("paragraph", locator.paragraph()));
        }
        document.add(new org.apache.lucene.document.Field(Analysis.WORDS, cited.passage().text(), TEXT));
        String stems = Analysis.field(cited.passage().language());
        if (!stems.equals(Analysis.WORDS)) {
            document.add(new org.apache.lucene.document.Field(stems, cited.passage().text(), TEXT));
        }
        entry.values().forEach((field, values) -> values.stream().map(Field::folded).distinct().forEach(value -> {
            document.add(new StringField(field.word(), value, org.apache.lucene.document.Field.Store.YES));
            document.add(new SortedSetDocValuesFacetField(field.word(), value));
        }));
        return document;
    }
}
