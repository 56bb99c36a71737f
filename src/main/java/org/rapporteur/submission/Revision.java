package org.rapporteur.submission;

import java.time.Instant;
import java.util.List;

/**
 * One accepted delivery of a submission; never edited.
 *
 * @param id its key in the database
 * @param submission what it revises
 * @param ordinal 1-based; the highest is in force
 * @param delivery the delivery that brought it
 * @param acceptedAt when
 * @param documents its documents in order, those carried over from the revision before included; never empty
 */
public record Revision(long id, Submission submission, int ordinal, long delivery, Instant acceptedAt,
        List<Document> documents) {

    public Revision {
        documents = List.copyOf(documents);
    }

    /**
     * A part that counts.
     *
     * @param part the part
     * @param role what it is in the revision
     */
    public record Document(long part, DocumentRole role) {}
}
