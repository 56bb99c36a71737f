package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words of a text, made comparable.
 *
 * @param language ISO 639-1
 * @param all in order
 */
record Tokens(String language, List<Token> all) {

    /** words whose forms are remembered, of each language; papers have some ten thousand */
    private static final int MOST_REMEMBERED = 100_000;
    private static final Map<String, Map<String, Forms>> REMEMBERED = new ConcurrentHashMap<>();

    /**
     * A word where it stands.
     *
     * @param start 0-based in the text, UTF-16 code units
     * @param end after its last character
     */
    record Token(Forms forms, int start, int end) {}

    /**
     * What a word is compared by.
     *
     * @param stem without ending and accents
     * @param plain without accents, in small letters
     */
    record Forms(String stem, String plain) {}

    static Tokens of(String text, String language) {
        Map<String, Forms> remembered = REMEMBERED.computeIfAbsent(language, key -> new ConcurrentHashMap<>());
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = Analysis.raw().tokenStream(CueQueries.WORDS, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = term.toString();
                Forms known = remembered.get(word);
                if (known == null) {
                    known = new Forms(first(Analysis.stems(language), word), first(Analysis.words(), word));
                    if (remembered.size() < MOST_REMEMBERED) {
                        remembered.put(word, known);
                    }
                }
                tokens.add(new Token(known, place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tokens(language, List.copyOf(tokens));
    }

    private static String first(Analyzer analyzer, String word) {
        try (TokenStream stream = analyzer.tokenStream(CueQueries.STEMS, word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String first = stream.incrementToken() ? term.toString() : word;
            while (stream.incrementToken()) {
                // a word is one token; whatever else a filter makes of it is passed over
            }
            stream.end();
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
