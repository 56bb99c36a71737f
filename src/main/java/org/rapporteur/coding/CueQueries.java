package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Cues as Lucene looks for them, over two fields of one text: stems, and words as they are for any ending. */
final class CueQueries {

    static final String STEMS = "stems";
    static final String WORDS = "words";

    /** a beginning may stand for so many words of a batch; Lucene's own limit is made for queries that people type */
    private static final int MOST_ENDINGS = 16_384;

    static {
        IndexSearcher.setMaxClauseCount(MOST_ENDINGS);
    }

    private CueQueries() {}

    /** Where a cue stands, in texts of a language. */
    static IntervalsSource source(Cue cue, String language) {
        List<IntervalsSource> terms = cue.terms().stream().map(alternatives -> choice(alternatives, language)).toList();
        IntervalsSource[] all = terms.toArray(IntervalsSource[]::new);
        return all.length == 1 ? all[0] : cue.gap() < 0 ? Intervals.phrase(all) : Intervals.maxgaps(cue.gap(), Intervals.unordered(all));
    }

    private static IntervalsSource choice(List<String> alternatives, String language) {
        IntervalsSource[] sources = alternatives.stream().map(alternative -> phrase(alternative, language)).toArray(IntervalsSource[]::new);
        return sources.length == 1 ? sources[0] : Intervals.or(sources);
    }

    private static IntervalsSource phrase(String alternative, String language) {
        List<IntervalsSource> words = new ArrayList<>();
        for (String word : alternative.split("\\s+")) {
            if (word.endsWith("*")) {
                terms(Analysis.words(), word.substring(0, word.length() - 1)).forEach(prefix ->
                        words.add(Intervals.fixField(WORDS, Intervals.prefix(new BytesRef(prefix), MOST_ENDINGS))));
            } else {
                terms(Analysis.stems(language), word).forEach(stem -> words.add(Intervals.term(stem)));
            }
        }
        return words.size() == 1 ? words.getFirst() : Intervals.phrase(words.toArray(IntervalsSource[]::new));
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(STEMS, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
