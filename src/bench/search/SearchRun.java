package org.rapporteur.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.rapporteur.call.CallCode;

/** Run by {@code SearchBesideBareLucene}. */
final class SearchRun {

    private static final CallCode CALL = new CallCode("MCH-2004");
    private static final List<String> QUERIES = List.of("fund", "incentive", "partner* agreement", "\"central fund\"", "staff training", "savings agency", "private partner",
            "minister leadership", "theme:incentives outcome:success", "grant* NOT private", "country:KOR fund", "portal", "\"matching grant*\"~5", "outsourc*", "municipality budget",
            "penalty OR reward", "redesign process", "trust", "theme:commitment status:trial", "contract supplier");
    private static final int ROUNDS = 5;
    private static final int PAGE = 20;
    private static final List<Field> COUNTED = List.of(Field.THEME, Field.QUESTION, Field.COUNTRY, Field.OUTCOME, Field.STATUS, Field.FRAMEWORK, Field.SESSION, Field.LANGUAGE,
            Field.FIGURE, Field.CODER, Field.PAPER_STATE, Field.IN_FORCE);

    private SearchRun() {}

    public static void main(String[] arguments) throws Exception {
        int passages = Integer.parseInt(arguments[0]);
        Path folder = Path.of("target/bench/search-index-" + passages);
        try (PassageIndex index = new PassageIndex(folder, Duration.ofMinutes(1))) {
            fill(index, folder, passages);
            PassageSearch search = new PassageSearch(index);
            try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
                System.out.printf("%,d passages, %d segments, %,d MB on disk%n", reader.numDocs(), reader.leaves().size(), size(folder) >> 20);
                compare(search, new Bare(reader, index));
            }
            long began = System.nanoTime();
            Marks marks = search.marks(CALL, false);
            System.out.printf("matrix: %.0f ms the first time, ", millis(began));
            began = System.nanoTime();
            marks = search.marks(CALL, false);
            System.out.printf("%.0f ms the second time%n", millis(began));
        }
    }

    private static void fill(PassageIndex index, Path folder, int passages) throws Exception {
        if (index.isLive() && Files.exists(folder.resolve("full"))) {
            return;
        }
        index.openForWriting();
        index.startAgain();
        index.commit();
        GeneratedPassages generated = new GeneratedPassages();
        long began = System.nanoTime();
        List<PassageEntry> paper = new ArrayList<>();
        for (long id = 1; id <= passages; id++) {
            paper.add(generated.next(id, id / 200));
            if (paper.size() == 200 || id == passages) {
                index.replace(id, paper);
                paper = new ArrayList<>();
            }
            if (id % 50_000 == 0) {
                index.commit();
            }
        }
        index.commit();
        Files.createFile(folder.resolve("full"));
        System.out.printf("indexed %,d passages in %.0f s%n", passages, millis(began) / 1000);
    }

    private static void compare(PassageSearch search, Bare bare) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (String typed : QUERIES) {
                PassageQuery query = QueryReader.read(typed).query();
                long began = System.nanoTime();
                Results found = search.search(query, CALL, false, 0, PAGE);
                double own = millis(began);
                began = System.nanoTime();
                long total = bare.search(query);
                double other = millis(began);
                if (found.total() != total) {
                    throw new IllegalStateException("%s: %d beside %d".formatted(typed, found.total(), total));
                }
                if (round > 0) {
                    ours.add(own);
                    theirs.add(other);
                }
            }
        }
        System.out.printf("alone: ours p50 %.1f p99 %.1f ms, bare p50 %.1f p99 %.1f ms, ratio of p50 %.2f%n", at(ours, 50), at(ours, 99), at(theirs, 50), at(theirs, 99),
                at(ours, 50) / at(theirs, 50));
        List<Double> together = together(8, typed -> search.search(QueryReader.read(typed).query(), CALL, false, 0, PAGE));
        List<Double> bareTogether = together(8, typed -> bare.search(QueryReader.read(typed).query()));
        System.out.printf("eight at once: ours p50 %.1f p99 %.1f ms, bare p50 %.1f p99 %.1f ms, ratio of p50 %.2f%n", at(together, 50), at(together, 99), at(bareTogether, 50),
                at(bareTogether, 99), at(together, 50) / at(bareTogether, 50));
    }

    @FunctionalInterface
    private interface Asking {
        Object ask(String typed) throws Exception;
    }

    private static List<Double> together(int people, Asking asking) throws Exception {
        try (ExecutorService desk = Executors.newFixedThreadPool(people)) {
            List<CompletableFuture<List<Double>>> all = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int first = person * 3;
                all.add(CompletableFuture.supplyAsync(() -> {
                    List<Double> times = new ArrayList<>();
                    for (int i = 0; i < 2 * QUERIES.size(); i++) {
                        long began = System.nanoTime();
                        try {
                            asking.ask(QUERIES.get((first + i) % QUERIES.size()));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        times.add(millis(began));
                    }
                    return times;
                }, desk));
            }
            List<Double> times = new ArrayList<>();
            for (CompletableFuture<List<Double>> one : all) {
                times.addAll(one.get());
            }
            return times;
        }
    }

    /** The same query, the counts of the same fields and marks of the same passages, with what Lucene brings for each. */
    private static final class Bare {

        private final IndexSearcher searcher;
        private final LuceneQueries queries = new LuceneQueries(Analysis.byField());
        private final List<SortedSetDocValuesReaderState> states = new ArrayList<>();
        private final List<Field> counted = new ArrayList<>();
        private final UnifiedHighlighter highlighter;

        Bare(DirectoryReader reader, PassageIndex index) throws Exception {
            searcher = new IndexSearcher(reader);
            highlighter = UnifiedHighlighter.builder(searcher, Analysis.byField()).build();
            for (Field field : COUNTED) {
                try {
                    states.add(new DefaultSortedSetDocValuesReaderState(reader, "facet_" + field.word(), index.facets()));
                    counted.add(field);
                } catch (IllegalArgumentException nobodyHasIt) {
                    // as ours does
                }
            }
        }

        long search(PassageQuery typed) throws Exception {
            Query query = new BooleanQuery.Builder().add(queries.of(typed), BooleanClause.Occur.MUST).add(filter(Field.CALL, "mch-2004"), BooleanClause.Occur.FILTER)
                    .add(filter(Field.ACCESS, "public"), BooleanClause.Occur.FILTER).add(filter(Field.IN_FORCE, "yes"), BooleanClause.Occur.FILTER).build();
            FacetsCollectorManager.FacetsResult found = FacetsCollectorManager.search(searcher, query, PAGE, new FacetsCollectorManager());
            for (int i = 0; i < states.size(); i++) {
                new SortedSetDocValuesFacetCounts(states.get(i), found.facetsCollector()).getTopChildren(300, counted.get(i).word());
            }
            highlighter.highlightFields(new String[] {Analysis.WORDS, Analysis.field("en")}, query, found.topDocs());
            for (var one : found.topDocs().scoreDocs) {
                searcher.storedFields().document(one.doc);
            }
            return found.facetsCollector().getMatchingDocs().stream().mapToLong(docs -> docs.totalHits()).sum();
        }

        private static Query filter(Field field, String value) {
            return new TermQuery(new Term(field.word(), value));
        }
    }

    private static double at(List<Double> times, int percent) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double millis(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static long size(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
