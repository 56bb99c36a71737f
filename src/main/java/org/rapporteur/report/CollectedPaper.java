package org.rapporteur.report;

import java.time.Instant;
import java.util.List;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Block;
import org.rapporteur.submission.DocumentRole;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A country paper as a collection prints it.
 *
 * @param key of its revision in the database
 * @param number of its submission
 * @param revision 1-based ordinal of the revision
 * @param countries whom it stands for; never empty
 * @param acceptedAt when
 * @param documents in order; never empty
 * @param rules what is restricted, not to be named or not for quotation in it; in the public edition that is left out, and this is empty
 */
record CollectedPaper(long key, SubmissionNumber number, int revision, List<CountryCode> countries, Instant acceptedAt,
        List<Document> documents, List<Rule> rules) {

    CollectedPaper {
        countries = List.copyOf(countries);
        documents = List.copyOf(documents);
        rules = List.copyOf(rules);
    }

    /**
     * A document of the paper.
     *
     * @param part its key in the database
     * @param role what it is in the paper
     * @param name of its file, as its sender gave it
     * @param language ISO 639-1, or {@code und}
     * @param original its bytes
     * @param text what is printed of it
     */
    record Document(long part, DocumentRole role, String name, String language, Sha256 original, CollectedText text) {

        /** In which a block of it is. */
        String languageOf(Block block) {
            return block.language() == null ? language : block.language();
        }
    }

    /**
     * A rule of access in a paper.
     *
     * @param word {@code RESTRICTED}, {@code UNNAMED} or {@code NOT_FOR_QUOTATION}
     * @param places where it holds, as they are cited; empty where it holds for the whole paper
     */
    record Rule(String word, List<String> places) {

        public Rule {
            places = List.copyOf(places);
        }
    }

    boolean isLeftOut() {
        return documents.stream().allMatch(document -> document.text() instanceof CollectedText.LeftOut);
    }

    /** Whether nothing of it could be read. */
    boolean isUnreadable() {
        return documents.stream().allMatch(document -> document.text() instanceof CollectedText.Unreadable);
    }
}
