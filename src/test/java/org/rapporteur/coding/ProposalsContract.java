package org.rapporteur.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContents;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the queue of proposals promises on every database. */
abstract class ProposalsContract {

    private static final Actor ANNA = new Actor("anna");
    private static final CodeId GRANTS = new CodeId("conditional-grants");
    private static final CodeId LAW = new CodeId("mandate-by-law");

    private Proposals proposals;
    private Decisions decisions;
    private long call;
    private long first;
    private long second;

    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource source = database();
        Rows rows = new Rows(source);
        proposals = new Proposals(rows.jdbc());
        decisions = DecisionsContract.store(rows);
        call = rows.call();
        long delivery = rows.delivery(call);
        long part = rows.part(call, delivery);
        rows.submission(call, delivery, part);
        long extraction = rows.extraction(call, part);
        first = rows.passage(call, extraction, "A matching grant was paid.");
        second = rows.passage(call, extraction, "The law obliges every office.");
        Codings codings = new Codings(rows.jdbc(), new NamedParameterJdbcTemplate(source), Clock.systemUTC());
        codings.replace(new Call(call, rows.callRevision(call), CallContents.small(), ""), List.of(extraction), List.of(coding(first, GRANTS, 0.9), coding(second, LAW, 0.45),
                coding(second, GRANTS, 0.52)), "m");
    }

    @Test
    void whatTheMachineIsLeastSureOfComesFirstOnBothSidesOfTheThreshold() {
        List<Proposal> all = proposals.next(call, List.of(), null, 10);

        assertThat(all).extracting(Proposal::score).containsExactly(0.52, 0.45, 0.9);
        assertThat(proposals.next(call, List.of(), all.getFirst(), 1)).extracting(Proposal::score).containsExactly(0.45);
        assertThat(proposals.next(call, List.of(), all.getLast(), 10)).isEmpty();
        assertThat(proposals.next(call, List.of(LAW), null, 10)).extracting(Proposal::code).containsExactly(LAW);
    }

    @Test
    void whatSomebodyDecidedOnWaitsNoMoreAndComesBackWhenItIsTakenBack() {
        Decision decision = decisions.decide(new NewDecision(second, GRANTS, DecisionKind.REJECT, Status.IN_PLACE, Outcome.NONE, null, ""), ANNA).orElseThrow();
        assertThat(proposals.next(call, List.of(), null, 10)).extracting(Proposal::score).containsExactly(0.45, 0.9);
        assertThat(proposals.decidedSince(call, ANNA, Instant.EPOCH)).isEqualTo(1);

        decisions.undo(decision.id(), ANNA);

        assertThat(proposals.next(call, List.of(), null, 10)).hasSize(3);
        assertThat(proposals.decidedSince(call, ANNA, Instant.EPOCH)).isZero();
    }

    private static Coding coding(long passage, CodeId code, double score) {
        return new Coding(passage, code, score, 0.5, Status.IN_PLACE, Outcome.NONE, "grant*", 0, 3, "");
    }
}
