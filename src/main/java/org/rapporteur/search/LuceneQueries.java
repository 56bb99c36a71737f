package org.rapporteur.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** Our queries as Lucene's: every word is looked for as it is and by its stem in each language. */
final class LuceneQueries {

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
            case PassageQuery.Prefix prefix -> new PrefixQuery(new Term(Analysis.WORDS, analyzer.normalize(Analysis.WORDS, prefix.start())));
            case PassageQuery.Filter filter -> new TermQuery(new Term(filter.field().word(), Field.folded(filter.value())));
            case PassageQuery.And and -> both(and.parts());
            case PassageQuery.Or or -> either(or.parts());
            case PassageQuery.Not not -> both(List.of(not));
        };
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

    private Query either(List<PassageQuery> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(of(part), BooleanClause.Occur.SHOULD));
        return any.build();
    }
}
