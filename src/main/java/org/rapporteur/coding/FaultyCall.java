package org.rapporteur.coding;

import java.util.List;

/** A call that can't be imported; the message has every fault, one a line. Calls imported before stay as they are. */
public final class FaultyCall extends RuntimeException {

    FaultyCall(String where, List<String> faults) {
        super("%s can't be used; mend this and start again:%n%s".formatted(where, String.join(System.lineSeparator(), faults)));
    }
}
