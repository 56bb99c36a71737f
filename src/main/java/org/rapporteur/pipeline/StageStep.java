package org.rapporteur.pipeline;

import java.util.List;
import org.rapporteur.submission.WorkItem;

/** The work that takes a delivery from one stage to the next. It may run twice, and it writes only through its outcome. */
interface StageStep {

    StageOutcome run(WorkItem item);

    /** The same for several deliveries, with an outcome for each in their order; other than one by one where that costs less. */
    default List<StageOutcome> run(List<WorkItem> items) {
        return items.stream().map(this::run).toList();
    }
}
