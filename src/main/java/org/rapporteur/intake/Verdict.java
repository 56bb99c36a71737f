package org.rapporteur.intake;

import java.util.List;
import org.rapporteur.submission.Revision;

/** What becomes of a delivery that has been read. */
public sealed interface Verdict {

    /** It is the first paper: a submission is opened. */
    record Open(List<Revision.Document> documents) implements Verdict {}

    /** It is a new revision of a submission, with these documents, those carried over included. */
    record Revise(Revision before, List<Revision.Document> documents) implements Verdict {}

    /** It was accepted before, as this revision: there is nothing to decide. */
    record Stands(Revision revision) implements Verdict {}

    /** Every document in it came before with an accepted delivery; an older version stays the older one. */
    record Duplicate(long of) implements Verdict {}

    /** A person has to look at it. */
    record Hold(String rule, String reason) implements Verdict {}
}
