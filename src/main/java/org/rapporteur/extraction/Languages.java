package org.rapporteur.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageDetector;
import org.apache.tika.language.detect.LanguageResult;

/** Which languages a document is in: one for the whole, and for blocks that are clearly in another, theirs. */
final class Languages {

    /** words below which a guess is worth nothing; short blocks are taken together until there are as many */
    private static final int ENOUGH = 25;
    /** what papers quote, summarise and annex in; any other guess on so few words is a mistake, such as Galician for Spanish */
    private static final Set<String> EXPECTED = Set.of("en", "fr", "es", "de", "it", "pt", "nl", "pl", "cs", "hu", "tr", "sv", "da", "no", "fi", "el",
            "ko", "ja", "ru", "zh");

    private final LanguageDetector detector;

    Languages() throws IOException {
        detector = new OptimaizeLangDetector().loadModels();
    }

    /** ISO 639-1, or {@code und} where nobody can tell. */
    String ofDocument(List<Block> blocks) {
        detector.reset();
        for (Block block : blocks) {
            detector.addText(block.text());
            if (detector.hasEnoughText()) {
                break;
            }
        }
        return name(detector.detect());
    }

    /** The same blocks, those marked that are clearly in another language than the document. */
    List<Block> marked(List<Block> blocks, String document) {
        List<Block> marked = new ArrayList<>();
        List<Block> together = new ArrayList<>();
        int words = 0;
        for (Block block : blocks) {
            together.add(block);
            words += block.text().split(" ").length;
            // scripts without blanks between words
            if (words >= ENOUGH || block.text().length() >= ENOUGH * 8) {
                marked.addAll(guessed(together, document));
                together.clear();
                words = 0;
            }
        }
        marked.addAll(together);
        return marked;
    }

    private List<Block> guessed(List<Block> together, String document) {
        if (FunctionWords.tell(document, together)) {
            return List.copyOf(together);
        }
        detector.reset();
        together.forEach(block -> detector.addText(block.text()));
        String language = name(detector.detect());
        return !EXPECTED.contains(language) || language.equals(document) ? List.copyOf(together)
                : together.stream().map(block -> block.in(language)).toList();
    }

    private static String name(LanguageResult result) {
        return result.isReasonablyCertain() ? result.getLanguage().substring(0, 2) : "und";
    }
}
