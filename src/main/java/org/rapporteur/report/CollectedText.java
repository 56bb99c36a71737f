package org.rapporteur.report;

import java.util.List;

/** The text of a document as a collection prints it, or why it does not. */
sealed interface CollectedText {

    /** @param pieces in order; never empty */
    record Read(List<Piece> pieces) implements CollectedText {

        public Read {
            pieces = List.copyOf(pieces);
        }
    }

    /** @param cause the name of a cause of the extraction; empty where nobody knows it */
    record Unreadable(String cause) implements CollectedText {}

    /** Nothing of it is for this edition. */
    record LeftOut() implements CollectedText {}
}
