package org.rapporteur.coding;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A named practice over several passages of a paper, as a person confirmed it. A field that no passage carries is missing.
 *
 * @param id its key
 * @param paper of which paper
 * @param fields what is told of it, by field; a confirmed one has a name
 * @param outcome whether it succeeded
 * @param dismissed whether a person said that it is no example; then it is in no list and no report
 * @param version counts every change from 1, so that nobody overwrites what somebody else said
 * @param by who changed it last
 * @param at when
 */
public record Example(long id, SubmissionNumber paper, Map<ExampleField, Stated> fields, Outcome outcome, boolean dismissed, int version, String by,
        Instant at) {

    public Example {
        fields = fields.isEmpty() ? Map.of() : new EnumMap<>(fields);
        if (!fields.containsKey(ExampleField.NAME)) {
            throw new IllegalArgumentException("example " + id + " has no name");
        }
    }

    public String name() {
        return fields.get(ExampleField.NAME).text();
    }

    /** Keys of the passages that carry it. */
    public Set<Long> passages() {
        return fields.values().stream().flatMap(stated -> stated.passages().stream()).collect(Collectors.toSet());
    }
}
