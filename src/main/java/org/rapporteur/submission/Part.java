package org.rapporteur.submission;

import org.jspecify.annotations.Nullable;

/**
 * A file inside a delivery.
 *
 * @param id its key in the database; 0 before it is stored
 * @param delivery the delivery it came in
 * @param parent the part it was inside of; null for the outermost
 * @param ordinal 1-based place in the delivery
 * @param name as given by the sender, made harmless; never blank
 * @param mediaType as declared, later as found by its content
 * @param original its bytes
 * @param standing what it counts for
 * @param cause why it could not be read, the name of a cause of the extraction; null where it was read or not yet tried
 */
public record Part(long id, long delivery, @Nullable Long parent, int ordinal, String name, String mediaType,
        Sha256 original, PartStanding standing, @Nullable String cause) {

    public Part {
        if (name.isBlank()) {
            throw new IllegalArgumentException("part " + ordinal + " of delivery " + delivery + " needs a name");
        }
    }
}
