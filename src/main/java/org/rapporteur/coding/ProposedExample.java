package org.rapporteur.coding;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.submission.SubmissionNumber;

/**
 * A practice that the machine thinks is an example: every field is a stretch of the passage that carries it, verbatim.
 *
 * @param paper of which paper
 * @param fields those that it found something for; the name always
 * @param outcome of the codings on its passages, taken together
 */
public record ProposedExample(SubmissionNumber paper, Map<ExampleField, Stated> fields, Outcome outcome) {

    public ProposedExample {
        fields = new EnumMap<>(fields);
    }

    public String name() {
        return fields.get(ExampleField.NAME).text();
    }

    /** Keys of the passages that carry it. */
    public Set<Long> passages() {
        return fields.values().stream().flatMap(stated -> stated.passages().stream()).collect(Collectors.toSet());
    }
}
