package org.rapporteur.report;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.call.Call;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.PassageSearch;
import org.springframework.stereotype.Component;

/** The index holds the passages in force, these and no others. */
@Component
class IndexCheck {

    private final Passages passages;
    private final PassageSearch search;

    IndexCheck(Passages passages, PassageSearch search) {
        this.passages = passages;
        this.search = search;
    }

    void run(Call call, Facts facts) {
        Set<Long> kept = passages.inForce(call.id()).stream().map(cited -> cited.passage().id()).collect(Collectors.toSet());
        Set<Long> indexed = search.inForce(call.code());
        facts.check(indexed.equals(kept), "the search index lacks %d passages in force and holds %d that are not; run 'rapporteur reindex'",
                without(kept, indexed), without(indexed, kept));
    }

    private static int without(Set<Long> some, Set<Long> others) {
        Set<Long> left = new HashSet<>(some);
        left.removeAll(others);
        return left.size();
    }
}
