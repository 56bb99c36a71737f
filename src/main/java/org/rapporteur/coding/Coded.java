package org.rapporteur.coding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rapporteur.call.Call;
import org.springframework.stereotype.Component;

/** A call seen through its codebook: which codes there are, and which of them count on which passage. */
@Component
public class Coded {

    private final Codebooks codebooks;
    private final Codings codings;

    Coded(Codebooks codebooks, Codings codings) {
        this.codebooks = codebooks;
        this.codings = codings;
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
}
