package org.rapporteur.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;

/** What the list of changes promises on every database. */
abstract class IndexChangesContract {

    private IndexChanges changes;
    private Rows rows;
    private long call;
    private long first;
    private long second;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        call = rows.call();
        long part = rows.part(call, rows.delivery(call));
        first = rows.extraction(call, part);
        second = rows.extraction(call, part);
        rows.passage(call, second, "a passage");
        changes = new IndexChanges(rows.jdbc(), Clock.systemUTC());
    }

    @Test
    void changesWaitInTheirOrder() {
        changes.add(call, List.of(first, second));

        assertThat(changes.pending(10)).extracting(IndexChanges.Change::extraction).containsExactly(first, second);
        assertThat(changes.pending(1)).hasSize(1);
    }

    @Test
    void onlyWhatWasTakenOverIsStruckOff() {
        changes.add(call, List.of(first));
        List<IndexChanges.Change> taken = changes.pending(10);
        changes.add(call, List.of(first));

        changes.strikeOff(taken);

        assertThat(changes.pending(10)).singleElement().extracting(IndexChanges.Change::extraction).isEqualTo(first);
    }

    @Test
    void theOtherDocumentsOfThePaperAreListedToo() {
        long part = rows.part(call, rows.delivery(call));
        long paper = rows.submission(call, rows.delivery(call), part);
        long before = rows.extraction(call, part);
        long next = rows.part(call, rows.delivery(call));
        rows.revision(call, paper, 2, rows.delivery(call), next);
        long after = rows.extraction(call, next);

        changes.add(call, List.of(after));

        assertThat(changes.pending(10)).extracting(IndexChanges.Change::extraction).containsExactly(before, after);
    }

    @Test
    void allThatWasReadOfAPaperIsListedOnce() {
        long part = rows.part(call, rows.delivery(call));
        long paper = rows.submission(call, rows.delivery(call), part);
        long before = rows.extraction(call, part);
        long again = rows.extraction(call, part);
        rows.revision(call, paper, 2, rows.delivery(call), part);

        changes.addPaper(call, paper);

        assertThat(changes.pending(10)).extracting(IndexChanges.Change::extraction).containsExactly(before, again);
    }

    @Test
    void everythingCanBeListedAnew() {
        changes.addAll();

        assertThat(changes.pending(10)).extracting(IndexChanges.Change::extraction).contains(second);
    }
}
