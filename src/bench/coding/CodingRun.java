package org.rapporteur.coding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.rapporteur.passage.Locator;
import org.rapporteur.passage.Passage;

/** Run by {@code CodingBesideBareLucene}. */
class CodingRun {

    private interface Work {
        long on(List<Passage> batch) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int size = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        String yaml = Files.readString(Path.of("src/main/resources/calls/MCH-2004/codebook.yaml"), StandardCharsets.UTF_8);
        Codebook codebook = ((CodebookReading.Good) CodebookReader.read(yaml)).codebook();
        List<Passage> passages = new ArrayList<>();
        for (GoldPassage gold : TrainingPassages.shipped()) {
            passages.add(new Passage(passages.size() + 1, 1, 1, new Locator(null, null, List.of(), 0, gold.text().length()), gold.lang(), gold.text()));
        }
        List<List<Passage>> batches = new ArrayList<>();
        for (int i = 0; i < passages.size(); i += size) {
            batches.add(passages.subList(i, Math.min(passages.size(), i + size)));
        }
        long start = System.nanoTime();
        Coder trained = Coder.trained(codebook, TrainingPassages.shipped());
        System.out.printf(Locale.ROOT, "learning %.1f s%n", (System.nanoTime() - start) / 1e9);
        Coder cuesAlone = new Coder(codebook);
        Map<String, List<Query>> queries = queries(codebook);
        double bare = 0;
        double cues = 0;
        double model = 0;
        for (int i = 0; i < rounds; i++) {
            bare = Math.max(bare, rate(batches, batch -> bare(batch, queries)));
            cues = Math.max(cues, rate(batches, batch -> cuesAlone.code(batch).size()));
            model = Math.max(model, rate(batches, batch -> trained.code(batch).size()));
        }
        System.out.printf(Locale.ROOT, "%d passages in batches of %d%n", passages.size(), size);
        System.out.printf(Locale.ROOT, "bare Lucene      %7.0f passages/s%n", bare);
        System.out.printf(Locale.ROOT, "cues alone       %7.0f passages/s   reaches %.2f of it%n", cues, cues / bare);
        System.out.printf(Locale.ROOT, "cues and model   %7.0f passages/s   reaches %.2f of it%n", model, model / bare);
    }

    private static double rate(List<List<Passage>> batches, Work work) throws Exception {
        long start = System.nanoTime();
        long passages = 0;
        for (List<Passage> batch : batches) {
            work.on(batch);
            passages += batch.size();
        }
        return passages * 1e9 / (System.nanoTime() - start);
    }

    private static Map<String, List<Query>> queries(Codebook codebook) {
        return List.of("en", "fr", "es").stream().collect(Collectors.toMap(language -> language, language -> codebook.all().stream()
                .flatMap(code -> Stream.concat(code.cues().getOrDefault(language, List.of()).stream(),
                        code.unless().getOrDefault(language, List.of()).stream()))
                .map(cue -> (Query) new IntervalQuery(CueQueries.STEMS, CueQueries.source(cue, language))).toList()));
    }

    /** One index of each language in memory, and how many passages each query finds. */
    private static long bare(List<Passage> batch, Map<String, List<Query>> queries) throws Exception {
        long found = 0;
        for (Map.Entry<String, List<Passage>> some : batch.stream().collect(Collectors.groupingBy(CueFinder::language)).entrySet()) {
            try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
                PerFieldAnalyzerWrapper analyzer = new PerFieldAnalyzerWrapper(Analysis.stems(some.getKey()), Map.of(CueQueries.WORDS, Analysis.words()));
                try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                    for (Passage passage : some.getValue()) {
                        Document document = new Document();
                        document.add(new TextField(CueQueries.STEMS, passage.text(), Field.Store.NO));
                        document.add(new TextField(CueQueries.WORDS, passage.text(), Field.Store.NO));
                        writer.addDocument(document);
                    }
                }
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    for (Query query : queries.get(some.getKey())) {
                        found += searcher.count(query);
                    }
                }
            }
        }
        return found;
    }
}
