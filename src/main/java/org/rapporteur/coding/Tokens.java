package org.rapporteur.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * A word.
     *
     * @param stem without ending and accents
     * @param word without accents, in small letters
     * @param start 0-based in the text, UTF-16 code units
     * @param end after its last character
     */
    record Token(String stem, String word, int start, int end) {}

    static Tokens of(String text, String language) {
        List<Token> stems = read(Analysis.stems(language), text);
        List<Token> words = read(Analysis.words(), text);
        List<Token> all = new ArrayList<>();
        // both cut a text at the same places and leave nothing out
        for (int i = 0; i < Math.min(stems.size(), words.size()); i++) {
            Token word = words.get(i);
            all.add(new Token(stems.get(i).stem(), word.word(), word.start(), word.end()));
        }
        return new Tokens(language, List.copyOf(all));
    }

    private static List<Token> read(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(CueQueries.STEMS, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
