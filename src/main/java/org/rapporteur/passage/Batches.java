package org.rapporteur.passage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys in lists that a statement can name: PostgreSQL takes at most 65,535 parameters. */
public final class Batches {

    private static final int AT_ONCE = 500;

    private Batches() {}

    /** The keys in their order, at most 500 in each list; no list for no keys. */
    public static List<List<Long>> of(Collection<Long> keys) {
        List<Long> all = List.copyOf(keys);
        List<List<Long>> batches = new ArrayList<>();
        for (int start = 0; start < all.size(); start += AT_ONCE) {
            batches.add(all.subList(start, Math.min(all.size(), start + AT_ONCE)));
        }
        return batches;
    }
}
