package org.rapporteur.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
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
    private static final String SCHEMA = "1";
    private static final FieldType TEXT = new FieldType();

    static {
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        TEXT.freeze();
    }

    private final Directory directory;
    private final FacetsConfig facets = new FacetsConfig();
    private @Nullable IndexWriter writer;
    private @Nullable DirectoryReader reader;

    PassageIndex(@Value("${rapporteur.data}/index") Path folder) {
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
            writer.setLiveCommitData(Map.of("schema", SCHEMA).entrySet());
            return true;
        } catch (LockObtainFailedException another) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what stands there was written with other fields than ours; false for an index that does not exist yet. */
    synchronized boolean isOutdated() {
        Optional<DirectoryReader> current = reader();
        try {
            return current.isPresent() && !SCHEMA.equals(current.get().getIndexCommit().getUserData().get("schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    void removeAll() {
        try {
            writer.deleteAll();
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

    /** The last commit; empty where there is no index yet. */
    synchronized Optional<DirectoryReader> reader() {
        try {
            if (reader == null) {
                reader = DirectoryReader.open(directory);
            } else {
                DirectoryReader newer = DirectoryReader.openIfChanged(reader);
                reader = newer == null ? reader : newer;
            }
            return Optional.of(reader);
        } catch (IndexNotFoundException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (reader != null) {
            reader.close();
        }
        directory.close();
    }

    private static Document document(PassageEntry entry) {
        CitedPassage cited = entry.cited();
        Locator locator = cited.passage().locator();
        Document document = new Document();
        document.add(new StringField("extraction", String.valueOf(cited.passage().extraction()), org.apache.lucene.document.Field.Store.NO));
        document.add(new StringField("inForce", String.valueOf(cited.inForce()), org.apache.lucene.document.Field.Store.NO));
        document.add(new StoredField("id", cited.passage().id()));
        document.add(new NumericDocValuesField("place", cited.passage().ordinal()));
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
