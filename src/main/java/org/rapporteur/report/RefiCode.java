package org.rapporteur.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A code of a REFI-QDA codebook.
 *
 * @param guid its identity
 * @param name as printed
 * @param codable whether it may stand on text; folders may not
 * @param color {@code #RRGGBB}; may be empty
 * @param description may be empty
 * @param below its codes, in order
 */
record RefiCode(String guid, String name, boolean codable, String color, String description, List<RefiCode> below) {

    RefiCode {
        below = List.copyOf(below);
    }

    /** Itself and all below it, from top to bottom. */
    Stream<RefiCode> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(RefiCode::all));
    }
}
