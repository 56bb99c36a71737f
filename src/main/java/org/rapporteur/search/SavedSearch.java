package org.rapporteur.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody keeps.
 *
 * @param id its key
 * @param owner name of the account
 * @param name 1 to {@value #LONGEST_NAME} characters; of each owner only one search has it
 * @param address what stands behind the question mark of its permanent link, at most {@value #LONGEST_ADDRESS} characters
 * @param shared whether everybody on the desk sees it
 * @param alerts whether the owner is told of passages that are new
 * @param toldAt when the owner last looked at it or was written to; null before
 */
public record SavedSearch(long id, String owner, String name, String address, boolean shared, boolean alerts, @Nullable Instant toldAt) {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_ADDRESS = 4_000;

    public SavedSearch {
        if (name.isBlank() || name.length() > LONGEST_NAME || address.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("a saved search has a name of 1 to %d characters and an address of at most %d, not %d and %d"
                    .formatted(LONGEST_NAME, LONGEST_ADDRESS, name.length(), address.length()));
        }
    }
}
