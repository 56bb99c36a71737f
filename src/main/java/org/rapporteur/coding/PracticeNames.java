package org.rapporteur.coding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapporteur.passage.Sentences.Span;

/**
 * Finds what a practice is called, and who runs it: by how names are written in English, French and Spanish, and by the nouns that programmes and
 * offices are named with. It proposes; people confirm.
 */
final class PracticeNames {

    private static final Map<String, String> PRACTICE = Map.of(
            "en", "services?|registers?|portals?|windows?|projects?|programmes?|programs?|funds?|systems?|cards?|banks?|gateways?|brokers?|initiatives?|schemes?"
                    + "|networks?|centres?|centers?|platforms?|exchanges?|awards?|plans?|strateg(?:y|ies)|dividends?|contracts?|concessions?|rankings?|charters?|votings?"
                    + "|pilots?|kiosks?|shops?|budgets?|desks?|laborator(?:y|ies)|academ(?:y|ies)",
            "fr", "services?|registres?|portails?|guichets?|projets?|programmes?|fonds|systèmes?|cartes?|plans?|plate-?formes?|réseaux?|labels?|palmarès|contrats?|bornes?"
                    + "|déclarations?|initiatives?|concessions?|chartes?",
            "es", "servicios?|registros?|portal(?:es)?|ventanillas?|proyectos?|programas?|fondos?|sistemas?|tarjetas?|plan(?:es)?|plataformas?|red(?:es)?|premios?"
                    + "|convenios?|iniciativas?|concesi(?:ón|ones)|centros?|cartas?");
    private static final Map<String, String> ARTICLE = Map.of("en", "(?:The|A|An|Our)\\s+", "fr", "(?:(?:Le|La|Les|Un|Une|Notre)\\s+|L['’]\\s?)",
            "es", "(?:El|La|Los|Las|Un|Una|Nuestro|Nuestra)\\s+");
    /** words that end a description: after them comes what the practice did, or what it is not */
    private static final String NONE_OF = "(?!(?:the|a|an|its|their|his|her|our|of|for|on|in|to|by|with|from|that|which|who|and|or|is|are|was|were|has|have|had|may|can|will|not|all)\\b)";
    private static final String ADJECTIVE = "(?:\\p{L}+(?:é|ée|és|ées|ique|iques|el|elle|els|al|ale|ales|aux|ado|ada|ados|adas|ivo|iva|able|aire|aria|ario)|\\p{L}*[áéíóú]\\p{L}{0,3}ic[oa]s?|commun|commune|común"
            + "|unique|único|única|personnel|general|général)\\b";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{N}'’-]*";
    private static final String LINK = "(?:\\s+(?:of|for|and|to|on|the|de|des|du|d['’]|la|le|les|del|y|et|à|pour|para))*\\s+";
    /** two capitalised words or more, small words between them */
    private static final Pattern PROPER = Pattern.compile("(?<![\\p{L}\\p{N}])" + CAPITAL + "(?:" + LINK + CAPITAL + ")+");
    private static final Pattern QUOTED = Pattern.compile("[\"“«]\\s?(\\p{L}*\\p{Lu}[\\p{L}\\p{N}'’-]*(?:\\s+[\\p{L}\\p{N}'’-]+){0,5})\\s?[\"”»]");
    private static final Pattern OFFICE = Pattern.compile("(?iU)\\b(?:minist(?:ry|er|ère|erio)|department|office|agency|council|institute|commission|authority|treasury"
            + "|agence|secrétariat|direction|secretar[ií]a|agencia|oficina|consejo|instituto|presidencia)\\b");
    private static final Pattern INITIAL_ARTICLE = Pattern.compile("^(?:The|A|An|Our|Le|La|Les|Un|Une|El|Los|Las|Una)\\s+|^L['’]");

    private PracticeNames() {}

    /** What the practice of a text is called, verbatim; a proper name before what is only described. */
    static Optional<Span> name(String text, String language, List<Span> sentences) {
        return Stream.of(proper(text, language, sentences), quoted(text), described(text, language, sentences)).flatMap(Optional::stream).findFirst();
    }

    /** The office that a text names first. */
    static Optional<Span> office(String text) {
        Matcher matcher = PROPER.matcher(text);
        while (matcher.find()) {
            if (OFFICE.matcher(matcher.group()).find()) {
                return Optional.of(withoutArticle(text, new Span(matcher.start(), matcher.end())));
            }
        }
        return Optional.empty();
    }

    /** {@code Revenue On-Line Service}: capitals, and one of the nouns. */
    private static Optional<Span> proper(String text, String language, List<Span> sentences) {
        Pattern noun = Pattern.compile("(?iU)\\b(?:" + nouns(language) + ")\\b");
        return PROPER.matcher(text).results().filter(name -> !OFFICE.matcher(name.group()).find() && noun.matcher(name.group()).find())
                .map(name -> withoutArticle(text, new Span(name.start(), name.end())))
                .filter(span -> sentences.stream().noneMatch(sentence -> sentence.start() == span.start()) || text.substring(span.start(), span.end()).contains(" "))
                .findFirst();
    }

    private static Optional<Span> quoted(String text) {
        return QUOTED.matcher(text).results().map(name -> new Span(name.start(1), name.end(1))).findFirst();
    }

    /**
     * {@code The common business register}: an article that opens a sentence, a few words, one of the nouns; in French and Spanish the noun comes
     * first. A bare noun ({@code The project}) is no name.
     */
    private static Optional<Span> described(String text, String language, List<Span> sentences) {
        String noun = "(?:" + nouns(language) + ")\\b";
        String words = "[\\p{L}'’-]+";
        Pattern phrase = Pattern.compile("(?U)^" + ARTICLE.getOrDefault(language, ARTICLE.get("en")) + "(" + (isNounFirst(language)
                ? noun + "(?:\\s+" + ADJECTIVE + "|\\s+(?:de|des|du|del|d['’])\\s?(?:la\\s+|las\\s+|los\\s+|l['’])?" + words + "|\\s+" + CAPITAL + "){1,3}"
                : "(?:" + NONE_OF + words + "\\s+){1,4}?" + noun + "(?:\\s+" + noun + ")*"
                        + "|" + noun + "\\s+(?:on|for)\\s+(?:" + NONE_OF + words + "\\s+){0,2}" + NONE_OF + words) + ")");
        return sentences.stream().flatMap(sentence -> {
            Matcher matcher = phrase.matcher(text).region(sentence.start(), sentence.end());
            return matcher.find() ? Stream.of(new Span(matcher.start(1), matcher.end(1))) : Stream.<Span>of();
        }).min(Comparator.comparingInt(Span::start));
    }

    private static boolean isNounFirst(String language) {
        return language.equals("fr") || language.equals("es");
    }

    private static String nouns(String language) {
        return PRACTICE.getOrDefault(language, PRACTICE.get("en"));
    }

    private static Span withoutArticle(String text, Span span) {
        Matcher matcher = INITIAL_ARTICLE.matcher(text).region(span.start(), span.end());
        return matcher.find() && matcher.end() < span.end() ? new Span(matcher.end(), span.end()) : span;
    }

    /** By which two mentions are one practice. */
    static String key(String name) {
        return INITIAL_ARTICLE.matcher(name.strip()).replaceFirst("").replaceAll("(?U)\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
