package org.rapporteur.coding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rapporteur.call.Call;
import org.rapporteur.passage.Borrowed;
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

    /** Passages of a call on which the machine has put a code, whatever people decided. */
    public Set<Long> proposed(Call call) {
        return codings.proposed(call);
    }

    /** The codings that count of a whole call. */
    public Map<Long, List<EffectiveCoding>> effective(Call call) {
        return codings.effective(call);
    }

    /** The codings in these extractions on which something may be built, as far as it is known what of them is the countries' own. */
    public Map<Long, List<EffectiveCoding>> evidence(Collection<Long> extractions) {
        return own(codings.effective(extractions), ownWords.of(extractions));
    }

    /** The codings of a whole call on which something may be built: not those that the countries' own words do not carry. */
    public Map<Long, List<EffectiveCoding>> evidence(Call call) {
        return own(codings.effective(call), ownWords.of(call));
    }

    /** The codings that count in extractions of a paper, but those that the call's own words carry: who repeats a question has not answered it. */
    public Map<Long, List<EffectiveCoding>> answering(Call call, Collection<Long> extractions) {
        return own(codings.effective(extractions), ownWords.repeated(call, extractions));
    }

    private static Map<Long, List<EffectiveCoding>> own(Map<Long, List<EffectiveCoding>> codings, Map<Long, Borrowed> borrowed) {
        Map<Long, List<EffectiveCoding>> own = new TreeMap<>();
        codings.forEach((passage, all) -> {
            List<EffectiveCoding> carried = borrowed.containsKey(passage)
                    ? all.stream().filter(coding -> borrowed.get(passage).carries(coding.start(), coding.end())).toList() : all;
            if (!carried.isEmpty()) {
                own.put(passage, carried);
            }
        });
        return own;
    }
}
