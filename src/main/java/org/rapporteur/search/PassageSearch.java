package org.rapporteur.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.rapporteur.call.CallCode;
import org.rapporteur.submission.Access;
import org.springframework.stereotype.Component;

/** Finds passages, of those in force where nothing else is asked for. What a person may not see is left out by the query itself, counts included. */
@Component
public class PassageSearch {

    private static final int MOST_LIKE = 25;
    private static final int SHORTEST_LIKE = 4;
    private static final String YES = "yes";
    private static final String NO = "no";

    /** the others have many values, of which nobody chooses; the marks of the matrix are counted for it alone */
    private static final Set<Field> SHOWN = EnumSet.complementOf(EnumSet.of(Field.MARK, Field.CODE, Field.SUBMISSION, Field.CALL));

    private final PassageIndex index;
    private final LuceneQueries queries = new LuceneQueries(Analysis.byField());
    private final FacetCounts facets;

    PassageSearch(PassageIndex index) {
        this.index = index;
        this.facets = new FacetCounts(index.facets());
    }

    /**
     * Searches.
     *
     * @param call whose passages
     * @param restricted whether restricted passages may be seen
     * @param offset how many hits to leave out
     * @param limit how many hits to give, at least 1
     * @throws TooBroadQuery where it stands for more words than can be looked for
     */
    public Results search(PassageQuery query, CallCode call, boolean restricted, int offset, int limit) {
        return search(query, call, restricted, Order.RELEVANCE, offset, limit);
    }

    /** Likewise, in an order. */
    public Results search(PassageQuery query, CallCode call, boolean restricted, Order order, int offset, int limit) {
        return ask(query, call, restricted, (searcher, asked) -> search(searcher, asked, order, offset, limit));
    }

    /**
     * Searches, and gives the best passages of each paper.
     *
     * @param offset how many papers to leave out
     * @param limit how many papers to give
     * @param each how many passages of each to give at most
     */
    public Results byPaper(PassageQuery query, CallCode call, boolean restricted, Order order, int offset, int limit, int each) {
        return ask(query, call, restricted, (searcher, asked) -> byPaper(searcher, asked, order, offset, limit, each));
    }

    /** Counts what a search would find, by the values of one field; of what is in force where nothing else is asked for. */
    public List<Results.Count> counts(PassageQuery query, CallCode call, boolean restricted, Field field) {
        return ask(query, call, restricted, (searcher, asked) -> new Results(0, List.of(),
                facets.of(List.of(field), searcher.getIndexReader(), searcher.search(asked, new FacetsCollectorManager())))).facets().getOrDefault(field, List.of());
    }

    /** What the papers in force of a call say under its themes and questions, as far as it may be seen. */
    public Marks marks(CallCode call, boolean restricted) {
        return new Marks(ask(new PassageQuery.All(), call, restricted, (searcher, asked) -> new Results(0, List.of(),
                Map.of(Field.MARK, facets.all(Field.MARK, searcher.getIndexReader(), searcher.search(asked, new FacetsCollectorManager())))))
                .facets().getOrDefault(Field.MARK, List.of()));
    }

    /** What is done with a query of which everything that may not be seen is taken away. */
    @FunctionalInterface
    private interface Asking {
        Results of(IndexSearcher searcher, Query query) throws IOException;
    }

    private Results ask(PassageQuery query, CallCode call, boolean restricted, Asking asking) {
        Query allowed = allowed(queries.of(query), call, restricted);
        return index.read(searcher -> {
            if (searcher.getIndexReader().numDocs() == 0) {
                return nothing();
            }
            if (query.hasShapesNearOthers()) {
                refuseBroad(searcher, allowed);
            }
            if (query.mentions(Field.IN_FORCE)) {
                return asking.of(searcher, allowed);
            }
            Results found = asking.of(searcher, and(allowed, Field.IN_FORCE, YES));
            if (found.facets().containsKey(Field.IN_FORCE)) {
                found.facets().put(Field.IN_FORCE, inForce(found.total(), searcher.count(and(allowed, Field.IN_FORCE, NO))));
            }
            return found;
        }).orElseGet(PassageSearch::nothing);
    }

    /** The keys of all passages in force that the index holds of a call, restricted ones included: to hold it against the database. */
    public Set<Long> inForce(CallCode call) {
        Query query = and(allowed(queries.of(new PassageQuery.All()), call, true), Field.IN_FORCE, YES);
        return index.<Set<Long>>read(searcher -> {
            Set<Long> found = new TreeSet<>();
            for (ScoreDoc one : searcher.search(query, Math.max(1, searcher.getIndexReader().numDocs())).scoreDocs) {
                found.add(searcher.storedFields().document(one.doc, Set.of("id")).getField("id").numericValue().longValue());
            }
            return found;
        }).orElseGet(TreeSet::new);
    }

    private static Results nothing() {
        return new Results(0, List.of(), Map.of());
    }

    /** What asking for the other ones would find is counted too, or nobody would learn that there are any. */
    private static List<Results.Count> inForce(long yes, int no) {
        return Stream.of(new Results.Count(YES, Math.toIntExact(yes)), new Results.Count(NO, no)).filter(count -> count.passages() > 0)
                .sorted(Comparator.comparingInt(Results.Count::passages).reversed()).toList();
    }

    /**
     * Passages in force that say the like of a text, the most alike first.
     *
     * @param passage its key, which is left out
     * @param language ISO 639-1, in which others are looked for
     */
    public Results like(String text, String language, long passage, CallCode call, boolean restricted, int offset, int limit) {
        return index.read(searcher -> {
            MoreLikeThis alike = new MoreLikeThis(searcher.getIndexReader());
            alike.setAnalyzer(Analysis.byField());
            alike.setMinTermFreq(1);
            alike.setMinDocFreq(2);
            alike.setMaxQueryTerms(MOST_LIKE);
            alike.setMinWordLen(SHORTEST_LIKE);
            Query words = alike.like(Analysis.field(language), new StringReader(text));
            Query others = new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST)
                    .add(LongPoint.newExactQuery("key", passage), BooleanClause.Occur.MUST_NOT).build();
            return search(searcher, and(allowed(others, call, restricted), Field.IN_FORCE, YES), Order.RELEVANCE, offset, limit);
        }).orElseGet(PassageSearch::nothing);
    }

    /**
     * What somebody may have meant whose words no passage has: each of them by the word that is written most alike.
     *
     * @param words as typed
     * @return the words that were exchanged by those in their place; empty where nothing near was found
     */
    public Map<String, String> near(Collection<String> words) {
        return index.read(searcher -> {
            Map<String, String> near = new LinkedHashMap<>();
            DirectSpellChecker speller = new DirectSpellChecker();
            for (String word : words) {
                Term term = new Term(Analysis.WORDS, queries.normal(word));
                for (SuggestWord meant : speller.suggestSimilar(term, 1, searcher.getIndexReader(), SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)) {
                    near.put(word, meant.string);
                }
            }
            return near;
        }).orElseGet(LinkedHashMap::new);
    }

    /** The engine says so only while it looks. */
    private static void refuseBroad(IndexSearcher searcher, Query query) throws IOException {
        try {
            searcher.count(query);
        } catch (IllegalStateException tooManyWords) {
            throw new TooBroadQuery(tooManyWords);
        }
    }

    private Results search(IndexSearcher searcher, Query query, Order order, int offset, int limit) throws IOException {
        FacetsCollectorManager counting = new FacetsCollectorManager();
        FacetsCollectorManager.FacetsResult found = order == Order.RELEVANCE ? FacetsCollectorManager.search(searcher, query, offset + limit, counting)
                : FacetsCollectorManager.search(searcher, query, offset + limit, sort(order), counting);
        return new Results(total(found.facetsCollector()), Hits.of(searcher, query, Arrays.stream(found.topDocs().scoreDocs).skip(offset).toList()),
                facets.of(SHOWN, searcher.getIndexReader(), found.facetsCollector()));
    }

    private Results byPaper(IndexSearcher searcher, Query query, Order order, int offset, int limit, int each) throws IOException {
        TopGroups<BytesRef> papers = new GroupingSearch("paper").setGroupSort(order == Order.RELEVANCE ? Sort.RELEVANCE : sort(order)).setGroupDocsLimit(each)
                .setAllGroups(true).search(searcher, query, offset, limit);
        FacetsCollector found = searcher.search(query, new FacetsCollectorManager());
        return new Results(total(found), Hits.of(searcher, query, Arrays.stream(papers.groups).flatMap(paper -> Arrays.stream(paper.scoreDocs())).toList()),
                facets.of(SHOWN, searcher.getIndexReader(), found),
                Arrays.stream(papers.groups).map(paper -> new Results.Paper(paper.groupValue().utf8ToString(), paper.totalHits().value())).toList(),
                papers.totalGroupCount);
    }

    private static long total(FacetsCollector found) {
        return found.getMatchingDocs().stream().mapToLong(docs -> docs.totalHits()).sum();
    }

    private static Sort sort(Order order) {
        SortField country = new SortField("country-name", SortField.Type.STRING);
        return order == Order.COUNTRY ? new Sort(country, SortField.FIELD_SCORE) : new Sort(country, new SortField("paper", SortField.Type.STRING),
                new SortField("document", SortField.Type.LONG), new SortField("place", SortField.Type.LONG));
    }

    private static Query allowed(Query query, CallCode call, boolean restricted) {
        Query ofCall = and(query, Field.CALL, call.value());
        return restricted ? ofCall : and(ofCall, Field.ACCESS, Access.PUBLIC.name());
    }

    private static Query and(Query query, Field field, String value) {
        return new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term(field.word(), Field.folded(value))), BooleanClause.Occur.FILTER).build();
    }
}
