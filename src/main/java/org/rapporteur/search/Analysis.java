package org.rapporteur.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** How text is made findable: a field for the words as they are, folded, and one for the stems of each language. */
final class Analysis {

    static final String WORDS = "words";
    static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "it", "pt", "ko", "ja");
    /** in these, words carry their endings and stand without blanks: pairs of signs are compared, which need no dictionary */
    private static final Set<String> IN_PAIRS = Set.of("ko", "ja");

    private Analysis() {}

    /** The field that holds the stems of a language; words where it has no stemmer. */
    static String field(String language) {
        return LANGUAGES.contains(language) ? "stems_" + language : WORDS;
    }

    static Analyzer byField() {
        Map<String, Analyzer> analyzers = new HashMap<>();
        LANGUAGES.forEach(language -> analyzers.put(field(language), analyzer(language)));
        return new PerFieldAnalyzerWrapper(analyzer("und"), analyzers);
    }

    private static Analyzer analyzer(String language) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = IN_PAIRS.contains(language) ? new StandardTokenizer() : new ICUTokenizer();
                TokenStream lower = new LowerCaseFilter(words);
                TokenStream stems = switch (language) {
                    case "en" -> new PorterStemFilter(new EnglishPossessiveFilter(lower));
                    case "fr" -> new FrenchLightStemFilter(new ElisionFilter(lower, FrenchAnalyzer.DEFAULT_ARTICLES));
                    case "es" -> new SpanishLightStemFilter(lower);
                    case "de" -> new GermanLightStemFilter(lower);
                    case "it" -> new ItalianLightStemFilter(lower);
                    case "pt" -> new PortugueseLightStemFilter(lower);
                    case "ko", "ja" -> new CJKBigramFilter(new CJKWidthFilter(lower));
                    default -> new ElisionFilter(lower, FrenchAnalyzer.DEFAULT_ARTICLES);
                };
                return new TokenStreamComponents(words, new ICUFoldingFilter(stems));
            }

            @Override
            protected TokenStream normalize(String field, TokenStream in) {
                return new ICUFoldingFilter(in);
            }
        };
    }
}
