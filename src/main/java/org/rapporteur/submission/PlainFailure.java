package org.rapporteur.submission;

import org.jspecify.annotations.Nullable;

/** A start or a command that did not work out for a reason that the person at the keyboard can mend; the message says how. */
public abstract class PlainFailure extends RuntimeException {

    /** @param sentence what is wrong and what to do, without class names */
    protected PlainFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
