package org.rapporteur.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapporteur.submission.Part;

/** The parts of a delivery as they were stored, and which of those found now they are: same parent, same bytes, in order. */
final class StoredParts {

    private final List<Part> left;
    private final Map<Integer, Long> ids = new HashMap<>();
    private final Set<Integer> ordinals = new HashSet<>();

    StoredParts(List<Part> stored) {
        left = new ArrayList<>(stored);
        stored.forEach(part -> ordinals.add(part.ordinal()));
    }

    /** The key of the stored part that was found before under this ordinal; null for 0, the parent of the outermost. */
    @Nullable Long id(int found) {
        return ids.get(found);
    }

    /** The stored part that this one is; it is nobody else's from now on. */
    Optional<Long> take(Unpacking.Found found, @Nullable Long parent) {
        Optional<Part> same = left.stream()
                .filter(part -> Objects.equals(part.parent(), parent) && part.original().equals(found.original())).findFirst();
        same.ifPresent(left::remove);
        return same.map(Part::id);
    }

    void is(Unpacking.Found found, long id) {
        ids.put(found.ordinal(), id);
    }

    /** The wanted ordinal, or where a stored part has it the next that is free. */
    int free(int wanted) {
        int ordinal = wanted;
        while (!ordinals.add(ordinal)) {
            ordinal++;
        }
        return ordinal;
    }

    /** Stored parts that nobody found this time. */
    List<Part> left() {
        return List.copyOf(left);
    }
}
