package org.rapporteur.pipeline;

import org.rapporteur.submission.Stage;

/** What a stage answers; its writes are made in the transaction that ends the claim, or not at all. */
sealed interface StageOutcome {

    /** Everything that is to be written. */
    Runnable writes();

    /** The delivery goes on to the next stage. */
    record Done(Stage next, Runnable writes) implements StageOutcome {}

    /** The delivery ends here without being indexed, as a duplicate does, or waits for a person. */
    record Stopped(Runnable writes) implements StageOutcome {}
}
