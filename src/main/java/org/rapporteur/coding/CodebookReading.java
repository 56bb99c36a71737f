package org.rapporteur.coding;

import java.util.List;

/** What became of reading a codebook. */
public sealed interface CodebookReading {

    record Good(Codebook codebook) implements CodebookReading {}

    /** Every fault at once, each with its line. */
    record Faulty(List<String> faults) implements CodebookReading {}
}
