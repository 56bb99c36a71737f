package org.rapporteur.coding;

import java.util.List;

/**
 * What a field of an example says, and the passages that say it.
 *
 * @param text never blank, at most {@value #LONGEST} characters
 * @param passages keys of the passages that carry it, at least one
 */
public record Stated(String text, List<Long> passages) {

    public static final int LONGEST = 4000;

    public Stated {
        passages = passages.stream().distinct().sorted().toList();
        if (text.isBlank() || text.length() > LONGEST || passages.isEmpty()) {
            throw new IllegalArgumentException("a field of an example has 1 to %d characters and a passage, not %d and %d".formatted(LONGEST, text.length(), passages.size()));
        }
    }
}
