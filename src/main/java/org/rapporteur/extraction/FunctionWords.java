package org.rapporteur.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Small words that belong to one language alone. Where there are many of a paper's own nothing has to be guessed, which takes longer
 * than all other reading of a page.
 */
final class FunctionWords {

    private static final Map<String, Set<String>> OF = Map.of(
            "en", Set.of("the", "of", "and", "to", "that", "which", "with", "from", "by", "for", "this", "are", "will", "has", "have", "been", "their", "its"),
            "fr", Set.of("le", "les", "des", "du", "et", "dans", "pour", "sur", "est", "par", "au", "aux", "une", "qui", "sont", "ces", "cette", "avec", "leur"),
            "es", Set.of("el", "los", "las", "y", "del", "con", "una", "al", "más", "su", "sus", "este", "esta", "han", "ha", "lo", "también", "por", "para"),
            "de", Set.of("der", "die", "und", "den", "von", "mit", "für", "ist", "auf", "dem", "das", "im", "ein", "eine", "werden", "nicht", "zur", "zu"),
            "ru", Set.of("и", "в", "на", "с", "по", "для", "от", "к", "из", "не", "что", "при"),
            "ar", Set.of("في", "من", "على", "إلى", "التي", "أن", "عن", "و", "مع", "هذه", "الى", "ما"));
    /** of all words with letters */
    private static final double MANY = 0.08;
    /** times as many as of any other language */
    private static final int CLEARLY = 3;
    private static final Map<String, Set<String>> LANGUAGES_OF = languagesOf();

    private FunctionWords() {}

    /** Whether they tell that blocks are in this language; false where they leave it open. */
    static boolean tell(String language, List<Block> blocks) {
        if (!OF.containsKey(language)) {
            return false;
        }
        int words = 0;
        Map<String, Integer> found = new HashMap<>();
        for (Block block : blocks) {
            for (String word : block.text().split(" ")) {
                words += Letters.any(word) ? 1 : 0;
                LANGUAGES_OF.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of()).forEach(one -> found.merge(one, 1, Integer::sum));
            }
        }
        int own = found.getOrDefault(language, 0);
        return own > MANY * words && found.entrySet().stream().allMatch(one -> one.getKey().equals(language) || own > CLEARLY * one.getValue());
    }

    private static Map<String, Set<String>> languagesOf() {
        Map<String, Set<String>> languages = new HashMap<>();
        OF.forEach((language, words) -> words.forEach(word -> languages.computeIfAbsent(word, key -> new TreeSet<>()).add(language)));
        return languages;
    }
}
