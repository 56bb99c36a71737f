package org.rapporteur.pipeline;

import org.rapporteur.call.Calls;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks anew at what of the papers is the countries' own, once those that came in are read. */
@Component("ownWordsLook")
public class OwnWordsLook {

    private static final Logger LOG = LoggerFactory.getLogger(OwnWordsLook.class);

    private final Calls calls;
    private final OwnWords ownWords;
    private final WorkItems work;

    OwnWordsLook(Calls calls, OwnWords ownWords, WorkItems work) {
        this.calls = calls;
        this.ownWords = ownWords;
        this.work = work;
    }

    /** While papers are on their way it waits: a draft looks for itself. */
    public void look() {
        if (work.unfinished(WorkKind.DELIVERY) == 0 && ownWords.refresh(calls.current())) {
            LOG.info("looked anew at what of the papers is the countries' own");
        }
    }
}
