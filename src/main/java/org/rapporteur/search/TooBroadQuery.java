package org.rapporteur.search;

import org.rapporteur.submission.PlainFailure;

/** A query that stands for more words than can be looked for at once. */
public final class TooBroadQuery extends PlainFailure {

    TooBroadQuery(Throwable cause) {
        super("Too many words begin like that to be looked for near others; write more letters before the star.", cause);
    }
}
