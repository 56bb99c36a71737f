package org.rapporteur.coding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rapporteur.call.Call;
import org.rapporteur.passage.OwnWords;
import org.springframework.stereotype.Component;

/** A call seen through its codebook: which codes there are, and which of them count on which passage. */
@Component
public class Coded {

    private final Codebooks codebooks;
    private final Codings codings;
    private final OwnWords ownWords;

    Coded(Codebooks codebooks, Codings codings, OwnWords ownWords) {
        this.codebooks = codebooks;
        this.codings = codings;
        this.ownWords = ownWords;
    }

    public Codebook codebook(Call call) {
        return codebooks.of(call);
    }

    /** The codings that count in these extractions, by passage; passages without any are missing. */
    public Map<Long, List<EffectiveCoding>> effective(Collection<Long> extractions) {
        return codings.effective(extractions);
    }

    /** The codings that count of a whole call. */
    public Map<Long, List<EffectiveCoding>> effective(Call call) {
        return codings.effective(call);
    }

    /** The codings that count of a whole call, on passages that are evidence: on what is not the countries' own nothing is built. */
    public Map<Long, List<EffectiveCoding>> evidence(Call call) {
        return without(codings.effective(call), ownWords.noEvidence(call));
    }

    /** The codings that count in extractions of a paper, on passages that say something: who repeats a question has not answered it. */
    public Map<Long, List<EffectiveCoding>> answering(Call call, Collection<Long> extractions) {
        return without(codings.effective(extractions), ownWords.saysNothing(call, extractions));
    }

    private static Map<Long, List<EffectiveCoding>> without(Map<Long, List<EffectiveCoding>> codings, Set<Long> passages) {
        Map<Long, List<EffectiveCoding>> rest = new TreeMap<>(codings);
        rest.keySet().removeAll(passages);
        return rest;
    }
}
