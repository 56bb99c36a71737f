package org.rapporteur.call;

import java.util.List;

/** What became of reading a call file. */
public sealed interface CallReading {

    record Good(CallContent content) implements CallReading {}

    /** Every fault at once, each with its line. */
    record Faulty(List<String> faults) implements CallReading {}
}
