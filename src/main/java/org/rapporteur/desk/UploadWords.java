package org.rapporteur.desk;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the upload page says, in the language of a contact; in English where the house has no words in it. */
final class UploadWords {

    private UploadWords() {}

    static Map<String, String> in(Locale language) {
        ResourceBundle words = ResourceBundle.getBundle("upload.words", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return words.keySet().stream().collect(Collectors.toMap(Function.identity(), words::getString));
    }
}
