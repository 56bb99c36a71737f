package org.rapporteur.pipeline;

import org.rapporteur.submission.WorkItem;

/** The work that takes a delivery from one stage to the next. It may run twice, and it writes only through its outcome. */
interface StageStep {

    StageOutcome run(WorkItem item);
}
