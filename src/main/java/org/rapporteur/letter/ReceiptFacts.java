package org.rapporteur.letter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapporteur.call.Call;
import org.rapporteur.call.GuidelineQuestion;
import org.rapporteur.extraction.Cause;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.Revision;
import org.rapporteur.submission.Sha256;

/**
 * What a receipt can tell of a delivery.
 *
 * @param revision that it brought; empty where it brought none
 * @param read documents in it that have text, in order
 * @param unread documents in it that could not be opened, in order
 * @param kept names of documents that stay in force from before
 * @param found questions of the guidelines on which the paper has a part
 * @param notFound questions on which none was found
 */
record ReceiptFacts(Call call, Delivery delivery, Optional<Revision> revision, List<Read> read, List<Unread> unread, List<String> kept,
        List<GuidelineQuestion> found, List<GuidelineQuestion> notFound) {

    ReceiptFacts {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
        kept = List.copyOf(kept);
        found = List.copyOf(found);
        notFound = List.copyOf(notFound);
    }

    /**
     * A document that was read to its end.
     *
     * @param pages null where its format has none
     * @param language ISO 639-1, or {@code und}
     * @param inPlaceOf name of the document that was sent, where the secretariat reads another file in its place; null where it does not
     */
    record Read(String name, String mediaType, @Nullable Integer pages, int words, String language, Sha256 original, @Nullable String inPlaceOf) {}

    /** A document that could not be opened, and why. */
    record Unread(String name, Sha256 original, Cause cause) {}
}
