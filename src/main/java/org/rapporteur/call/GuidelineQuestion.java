package org.rapporteur.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A question as the guidelines asked it of countries. Nothing else may be held against a paper.
 *
 * @param text by language, ISO 639-1; has English
 * @param answeredBy codes of the codebook: a passage under one of them, or under one below it, is a part on the question; at least one
 */
public record GuidelineQuestion(Map<String, String> text, List<String> answeredBy) {

    public GuidelineQuestion {
        text = Map.copyOf(text);
        answeredBy = List.copyOf(answeredBy);
        if (!text.containsKey("en")) {
            throw new IllegalArgumentException("a question needs English ('en'), not only " + text.keySet());
        }
        if (answeredBy.isEmpty()) {
            throw new IllegalArgumentException("a question needs answeredBy: the codes whose passages answer it, such as [incentives]");
        }
    }

    /** In that language, else in English. */
    public String in(Locale language) {
        return text.getOrDefault(language.getLanguage(), text.get("en"));
    }
}
