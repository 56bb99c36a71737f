package org.rapporteur.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.rapporteur.passage.Sentences;
import org.rapporteur.submission.Access;

/** Reads what was found out of the index, and where its words stand. */
final class Hits {

    private Hits() {}

    static List<Hit> of(IndexSearcher searcher, Query query, Collection<ScoreDoc> found) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc one : found) {
            hits.add(hit(searcher, weight, one));
        }
        return hits;
    }

    private static Hit hit(IndexSearcher searcher, Weight weight, ScoreDoc found) throws IOException {
        Document document = searcher.storedFields().document(found.doc);
        Number page = document.getField("page") == null ? null : document.getField("page").numericValue();
        return new Hit(document.getField("id").numericValue().longValue(), document.get("number"), document.get("firstCountry"),
                document.get("citation"), page == null ? null : page.intValue(), document.get("paragraph"), document.get("headingPath"),
                document.get("lang"), document.get("text"), List.of(document.getValues(Field.THEME.word())), List.of(document.getValues(Field.CODE.word())),
                "yes".equals(document.get(Field.IN_FORCE.word())), Access.RESTRICTED.name().toLowerCase(Locale.ROOT).equals(document.get(Field.ACCESS.word())), found.score,
                marks(searcher, weight, found.doc));
    }

    /** Where the words stand, each stretch once and in order, though several fields found it. */
    private static List<Sentences.Span> marks(IndexSearcher searcher, Weight weight, int found) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader().leaves().get(ReaderUtil.subIndex(found, searcher.getIndexReader().leaves()));
        Matches matches = weight.matches(leaf, found - leaf.docBase);
        TreeSet<Sentences.Span> spans = new TreeSet<>((a, b) -> a.start() != b.start() ? Integer.compare(a.start(), b.start())
                : Integer.compare(a.end(), b.end()));
        if (matches != null) {
            for (String field : matches) {
                MatchesIterator places = matches.getMatches(field);
                while (places != null && places.next()) {
                    if (places.startOffset() >= 0) {
                        spans.add(new Sentences.Span(places.startOffset(), places.endOffset()));
                    }
                }
            }
        }
        List<Sentences.Span> apart = new ArrayList<>();
        spans.stream().filter(span -> apart.isEmpty() || span.start() >= apart.getLast().end()).forEach(apart::add);
        return apart;
    }
}
