package org.rapporteur.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/** Our queries as Lucene's: every word is looked for as it is and by its stem in each language. */
final class LuceneQueries {

    /** How much more what was typed weighs than its sisters. */
    private static final float TYPED = 10;
    /** Words that one shape may stand for within a phrase; the engine takes no more. */
    private static final int MOST_SHAPED = 1_000;

    private final Analyzer analyzer;
    private final List<String> fields = new ArrayList<>(List.of(Analysis.WORDS));

    LuceneQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
        Analysis.LANGUAGES.forEach(language -> fields.add(Analysis.field(language)));
    }

    Query of(PassageQuery query) {
        return switch (query) {
            case PassageQuery.All all -> new MatchAllDocsQuery();
            case PassageQuery.Word word -> anywhere(word.text(), 0);
            case PassageQuery.Phrase phrase -> anywhere(phrase.text(), phrase.slop());
            case PassageQuery.Pattern pattern -> new WildcardQuery(new Term(Analysis.WORDS, normal(pattern.text())));
            case PassageQuery.Near near -> new IntervalQuery(Analysis.WORDS, near(near.words().stream().map(this::place).toArray(IntervalsSource[]::new), near.slop()));
            case PassageQuery.Filter filter -> new TermQuery(new Term(filter.field().word(), Field.folded(filter.value())));
            case PassageQuery.And and -> both(and.parts());
            case PassageQuery.Or or -> either(or.parts());
            case PassageQuery.Not not -> both(List.of(not));
            case PassageQuery.Most most -> most(most);
            case PassageQuery.Rather rather -> rather(rather);
        };
    }

    /** Words that are no shapes are looked for as they are; those with a hyphen are two. */
    private IntervalsSource place(String word) {
        if (word.contains("*") || word.contains("?")) {
            return Intervals.wildcard(normal(word), MOST_SHAPED);
        }
        try {
            return Intervals.analyzedText(word, analyzer, Analysis.WORDS, 0, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntervalsSource near(IntervalsSource[] words, int slop) {
        return slop == 0 ? Intervals.phrase(words) : Intervals.maxgaps(slop, Intervals.unordered(words));
    }

    /** As words stand in the index. */
    BytesRef normal(String shape) {
        return analyzer.normalize(Analysis.WORDS, shape);
    }

    private Query anywhere(String text, int slop) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        List<Query> ways = fields.stream().map(field -> builder.createPhraseQuery(field, text, slop)).filter(query -> query != null).toList();
        return ways.isEmpty() ? new MatchNoDocsQuery("nothing to look for") : new DisjunctionMaxQuery(ways, 0.1f);
    }

    private Query both(List<PassageQuery> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (PassageQuery part : parts) {
            switch (part) {
                case PassageQuery.Not not -> all.add(of(not.part()), BooleanClause.Occur.MUST_NOT);
                case PassageQuery.Filter filter -> {
                    all.add(of(filter), BooleanClause.Occur.FILTER);
                }
                case PassageQuery other -> {
                    all.add(of(other), BooleanClause.Occur.MUST);
                    positive = true;
                }
            }
        }
        if (!positive) {
            all.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
        }
        return all.build();
    }

    private Query most(PassageQuery.Most most) {
        BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(most.least());
        most.words().forEach(word -> some.add(anywhere(word, 0), BooleanClause.Occur.SHOULD));
        return some.build();
    }

    private Query rather(PassageQuery.Rather rather) {
        List<Query> ways = new ArrayList<>(List.of(new BoostQuery(of(rather.typed()), TYPED)));
        rather.sisters().forEach(sister -> ways.add(of(sister)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private Query either(List<PassageQuery> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(of(part), BooleanClause.Occur.SHOULD));
        return any.build();
    }
}
