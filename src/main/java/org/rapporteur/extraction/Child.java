package org.rapporteur.extraction;

import java.time.Duration;

/** A process that reads files; gone for good once a request ended otherwise than {@link End#ANSWERED}. */
interface Child extends AutoCloseable {

    /** How a request ended. */
    enum End {
        ANSWERED,
        TIMED_OUT,
        OUT_OF_MEMORY,
        /** for whatever reason */
        DIED
    }

    /**
     * Asks and waits.
     *
     * @throws IllegalStateException where the machine is at fault, or waiting was interrupted
     */
    End ask(Request request, Duration time);

    @Override
    void close();
}
