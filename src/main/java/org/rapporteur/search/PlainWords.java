package org.rapporteur.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/** What somebody asked in a sentence, or in several words without any operator: passages that have some of the words may answer it too. */
public final class PlainWords {

    private static final List<CharArraySet> STOPS = List.of(EnglishAnalyzer.getDefaultStopSet(), FrenchAnalyzer.getDefaultStopSet(), SpanishAnalyzer.getDefaultStopSet());
    private static final List<String> ASKING = List.of("what", "which", "who", "how", "why", "when", "where", "do", "does", "did", "quel", "quelle", "quels", "quelles", "comment",
            "pourquoi", "qui", "est", "cu\u00e1l", "cu\u00e1les", "qu\u00e9", "qui\u00e9n", "c\u00f3mo", "d\u00f3nde");
    private static final int MOST = 30;

    private PlainWords() {}

    /**
     * Reads what was typed.
     *
     * @return a third of its words or more, those left out that every text has; empty where there are fewer than two, and where an operator, a field or a
     *     quotation mark says what is meant
     */
    public static Optional<PassageQuery.Most> of(String typed) {
        if (typed.matches("(?s).*[\"\u201C\u201D\u201E\u00AB\u00BB:*~()\\[\\]{}^/+!&|\\\\].*") || typed.matches("(?s).*\\b(AND|OR|NOT)\\b.*") || typed.matches("(?s).*\\?\\S.*")) {
            return Optional.empty();
        }
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}\\p{M}]+")).filter(word -> word.length() > 1 && !ASKING.contains(word)
                && STOPS.stream().noneMatch(stops -> stops.contains(word))).distinct().limit(MOST).toList();
        return words.size() < 2 ? Optional.empty() : Optional.of(new PassageQuery.Most(words, (words.size() + 2) / 3));
    }

    /** The question mark that ends a question stands for no letter. */
    public static String withoutItsMark(String typed) {
        return typed.matches("(?s).*\\s\\S+\\s?\\?\\s*") ? typed.replaceFirst("\\s?\\?\\s*$", "").replaceFirst("^\\s*\u00BF", "") : typed;
    }
}
