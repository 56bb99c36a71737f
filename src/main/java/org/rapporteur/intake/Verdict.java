package org.rapporteur.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.Revision;

/** What becomes of a delivery that has been read. */
public sealed interface Verdict {

    /**
     * It is the first paper, or another one as a person said: a submission is opened.
     *
     * @param beside a paper of the country that is in force; null where there is none
     */
    record Open(List<Revision.Document> documents, @Nullable Revision beside) implements Verdict {

        Open(List<Revision.Document> documents) {
            this(documents, null);
        }
    }

    /** It is a new revision of a submission, with these documents, those carried over included. */
    record Revise(Revision before, List<Revision.Document> documents) implements Verdict {}

    /** It was accepted before, as this revision: there is nothing to decide. */
    record Stands(Revision revision) implements Verdict {}

    /** Every document in it came before with an accepted delivery; an older version stays the older one. */
    record Duplicate(long of) implements Verdict {}

    /** A person has to look at it. */
    record Hold(String rule, String reason) implements Verdict {}
}
