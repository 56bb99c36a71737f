package org.rapporteur.pipeline;

import java.time.Duration;
import java.util.List;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Codebooks;
import org.rapporteur.coding.Coder;
import org.rapporteur.coding.Coding;
import org.rapporteur.coding.Codings;
import org.rapporteur.coding.Learnings;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes texts again that were coded with another codebook or model than those of the current call: some at a time, so that the desk goes on
 * answering and papers that come in do not wait. What people decided stays.
 */
@Component("recoding")
public class Recoding {

    private static final Logger LOG = LoggerFactory.getLogger(Recoding.class);
    /** texts that are listed, and that are coded in one transaction */
    private static final int LISTED = 500;
    private static final int AT_ONCE = 10;
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final Calls calls;
    private final Codebooks codebooks;
    private final Learnings learnings;
    private final Codings codings;
    private final Passages passages;
    private final IndexChanges changes;
    private final WorkItems work;
    private final Owner owner;
    private final TransactionTemplate transaction;

    Recoding(Calls calls, Codebooks codebooks, Learnings learnings, Codings codings, Passages passages, IndexChanges changes, WorkItems work,
            Owner owner, TransactionTemplate transaction) {
        this.calls = calls;
        this.codebooks = codebooks;
        this.learnings = learnings;
        this.codings = codings;
        this.passages = passages;
        this.changes = changes;
        this.work = work;
        this.owner = owner;
        this.transaction = transaction;
    }

    /** Lets the model learn where people have decided often enough; then lists what is to be coded again and codes it, until nothing is left. */
    public void recodeAll() {
        if (!codings.isAnythingCoded(calls.current())) {
            return;
        }
        if (learnings.learnIfDue(calls.current())) {
            LOG.info("the model learns from what people decided");
        }
        boolean listed;
        do {
            listed = listStale();
            for (List<WorkItem> items = owner.claim(Stage.TO_RECODE, AT_ONCE); !items.isEmpty(); items = owner.claim(Stage.TO_RECODE, AT_ONCE)) {
                recode(items);
            }
        } while (listed);
    }

    /** By the codebook and the model of this moment: somebody may change either while texts are coded. */
    private boolean listStale() {
        Call call = calls.current();
        List<Long> stale = codings.stale(call, codebooks.coder(call).version(), LISTED);
        stale.forEach(text -> work.add(call.id(), WorkKind.RECODING, text, Stage.TO_RECODE, null, Duration.ZERO));
        return !stale.isEmpty();
    }

    private void recode(List<WorkItem> items) {
        try {
            items.stream().map(WorkItem::call).distinct().forEach(call -> recode(calls.get(call), items.stream().filter(item -> item.call() == call).toList()));
        } catch (RuntimeException failed) {
            LOG.warn("{} texts could not be coded again", items.size(), failed);
            items.forEach(this::later);
        } finally {
            items.forEach(owner::letGo);
        }
    }

    private void recode(Call call, List<WorkItem> items) {
        Coder coder = codebooks.coder(call);
        List<Long> texts = items.stream().map(WorkItem::subject).toList();
        List<Coding> found = coder.code(passages.of(texts));
        transaction.executeWithoutResult(status -> {
            // whoever has taken over codes them as well: it is the same
            items.forEach(item -> work.advance(item, Stage.RECODED));
            codings.replace(call, texts, found, coder.version());
            changes.add(call.id(), texts);
        });
        LOG.info("{} texts coded again", texts.size());
    }

    private void later(WorkItem item) {
        if (item.attempts() + 1 < MOST_ATTEMPTS) {
            work.retryAfter(item, DELAY);
        } else {
            work.hold(item);
        }
    }
}
