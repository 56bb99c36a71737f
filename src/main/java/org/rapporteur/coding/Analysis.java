package org.rapporteur.coding;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** How words are made comparable, by language: stems without accents; stop words stay, for cues are phrases. */
final class Analysis {

    private static final Map<String, Analyzer> STEMMED = Map.of("en", stemmed("en"), "fr", stemmed("fr"), "es", stemmed("es"));
    private static final Analyzer FOLDED = stemmed("und");
    private static final Analyzer RAW = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }
    };

    private Analysis() {}

    static Analyzer stems(String language) {
        return STEMMED.getOrDefault(language, STEMMED.get("en"));
    }

    /** Words as they are, folded: for cues with any ending. */
    static Analyzer words() {
        return FOLDED;
    }

    /** Words in small letters and otherwise as they are; the others cut a text at the same places. */
    static Analyzer raw() {
        return RAW;
    }

    private static Analyzer stemmed(String language) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                TokenStream stems = switch (language) {
                    case "en" -> new PorterStemFilter(new EnglishPossessiveFilter(new LowerCaseFilter(words)));
                    case "fr" -> new FrenchLightStemFilter(new ElisionFilter(new LowerCaseFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES));
                    case "es" -> new SpanishLightStemFilter(new LowerCaseFilter(words));
                    default -> new ElisionFilter(new LowerCaseFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES);
                };
                return new TokenStreamComponents(words, new ICUFoldingFilter(stems));
            }
        };
    }
}
