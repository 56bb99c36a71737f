package org.rapporteur.passage;

import java.util.Set;

/**
 * It is known otherwise than before what of these texts is the country's own.
 *
 * @param call key of the call
 * @param extractions keys of the texts; never empty
 */
public record OwnWordsChanged(long call, Set<Long> extractions) {

    public OwnWordsChanged {
        extractions = Set.copyOf(extractions);
    }
}
