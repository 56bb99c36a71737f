package org.rapporteur.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a package tells of it, in {@value #FILE}.
 *
 * @param number of its submission
 * @param revision 1-based ordinal of the revision
 * @param countries whom it stands for, by code
 * @param acceptedAt when, ISO 8601
 * @param documents in order
 */
record PackagedPaper(String number, int revision, List<String> countries, String acceptedAt, List<Document> documents) {

    static final String FILE = "papers.json";

    PackagedPaper {
        Objects.requireNonNull(number, "number");
        countries = List.copyOf(countries);
        documents = List.copyOf(documents);
    }

    /**
     * A document.
     *
     * @param role main, annex or language version
     * @param name of its file, as its sender gave it
     * @param sha256 of its original
     * @param original where its original stands in the package; null where it is not in it
     * @param text where its text stands in the package; null where it is not in it
     */
    record Document(String role, String name, String language, String sha256, @Nullable String original, @Nullable String text) {

        Document {
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
