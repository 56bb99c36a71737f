package org.rapporteur.report;

import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.PlainFailure;

/** A file of another program that can't be read; nothing of it was taken. */
public final class FaultyExchangeFile extends PlainFailure {

    FaultyExchangeFile(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    FaultyExchangeFile(String sentence) {
        this(sentence, null);
    }
}
