package org.rapporteur.report;

import java.util.List;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.springframework.stereotype.Component;

/**
 * Holds everything in a data folder against everything else: bytes against hashes, papers against the ledger, texts against their
 * papers, counts and quotations of drafts against what they rest on, the index against the database.
 */
@Component
public final class Verification {

    private final Calls calls;
    private final LedgerCheck ledger;
    private final TextCheck texts;
    private final DraftCheck drafts;
    private final IndexCheck index;

    Verification(Calls calls, LedgerCheck ledger, TextCheck texts, DraftCheck drafts, IndexCheck index) {
        this.calls = calls;
        this.ledger = ledger;
        this.texts = texts;
        this.drafts = drafts;
        this.index = index;
    }

    /**
     * What was found.
     *
     * @param checked how many single facts were looked at
     * @param wrong a sentence for each that does not hold: what it is, and what to do
     */
    public record Found(int checked, List<String> wrong) {

        public Found {
            wrong = List.copyOf(wrong);
        }
    }

    /** @param afterEachOriginal told when the bytes of an original have been looked at, the part that takes long */
    public Found run(Runnable afterEachOriginal) {
        Call call = calls.current();
        Facts facts = new Facts();
        ledger.run(call, facts, afterEachOriginal);
        texts.run(call, facts);
        drafts.run(call, facts);
        index.run(call, facts);
        return new Found(facts.checked(), facts.wrong());
    }
}
