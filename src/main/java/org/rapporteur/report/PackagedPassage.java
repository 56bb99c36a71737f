package org.rapporteur.report;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A passage as a package tells of it, in {@value #FILE}.
 *
 * @param id its key
 * @param text the file of the package that it stands in
 * @param start 0-based offset in that text, UTF-16 code units
 * @param end after its last character
 * @param sha256 of its words
 * @param citation as printed
 * @param page 1-based; null where the format has none
 * @param language ISO 639-1, or {@code und}
 */
record PackagedPassage(long id, String text, int start, int end, String sha256, String citation, @Nullable Integer page, String language) {

    static final String FILE = "passages.json";

    PackagedPassage {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(sha256, "sha256");
    }
}
