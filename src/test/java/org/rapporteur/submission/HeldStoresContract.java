package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.AuditTrails;

/** What is promised on every database of that which people decide on held deliveries. */
abstract class HeldStoresContract {

    private static final Actor ANNA = new Actor("anna");

    private Rows rows;
    private Deliveries deliveries;
    private Placements placements;
    private Omissions omissions;
    private Refusals refusals;
    private StandIns standIns;
    private AuditTrail audit;
    private long call;
    private long delivery;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        Clock clock = Clock.systemUTC();
        audit = AuditTrails.on(rows.jdbc(), clock);
        deliveries = Stores.deliveries(rows, clock);
        placements = Stores.placements(rows);
        omissions = new Omissions(rows.jdbc(), audit, rows.transaction(), clock);
        refusals = new Refusals(rows.jdbc(), deliveries, audit, rows.transaction(), event -> { }, clock);
        standIns = new StandIns(rows.jdbc(), audit, rows.transaction(), clock);
        call = rows.call();
        delivery = rows.delivery(call);
    }

    @Test
    void theLatestWordOnADeliveryCounts() {
        long submission = rows.submission(call, rows.delivery(call), rows.part(call, delivery));
        placements.place(call, delivery, new Placement(PlacementKind.ANNEX, submission), ANNA);
        placements.place(call, delivery, new Placement(PlacementKind.ANOTHER_PAPER, null), ANNA);

        assertThat(placements.of(delivery)).contains(new Placement(PlacementKind.ANOTHER_PAPER, null));
        assertThat(placements.of(rows.delivery(call))).isEmpty();
        assertThat(acts()).containsExactly("delivery-placed", "delivery-placed");
    }

    @Test
    void anotherPaperRevisesNothing() {
        assertThatThrownBy(() -> new Placement(PlacementKind.ANOTHER_PAPER, 3L)).hasMessageContaining("does not revise");
        assertThatThrownBy(() -> new Placement(PlacementKind.ANNEX, null)).hasMessageContaining("needs a submission");
    }

    @Test
    void aPartIsLeftOutOnceAndTakenInOnce() {
        Part part = part();

        assertThat(omissions.leaveOut(call, part, ANNA)).isTrue();
        assertThat(omissions.leaveOut(call, part, ANNA)).isFalse();
        assertThat(omissions.of(delivery)).extracting(Omissions.Omission::part, Omissions.Omission::by)
                .containsExactly(tuple(part.id(), ANNA));
        assertThat(omissions.takeIn(call, part, ANNA)).isTrue();
        assertThat(omissions.takeIn(call, part, ANNA)).isFalse();

        assertThat(omissions.of(delivery)).isEmpty();
        assertThat(acts()).containsExactly("part-left-out", "part-taken-in-again");
    }

    @Test
    void whatIsLeftOutOfOneDeliveryCountsInAnother() {
        omissions.leaveOut(call, part(), ANNA);

        assertThat(omissions.of(rows.delivery(call))).isEmpty();
    }

    @Test
    void theFileThatWasAttachedLastStandsForAPartAndItsProvenanceStays() {
        Part scan = part();
        standIns.attach(call, scan, StandIn.Kind.BETTER_FILE, "better.docx", new Sha256(Rows.SHA256), ANNA);
        standIns.attach(call, scan, StandIn.Kind.TRANSCRIPTION, "words.txt", new Sha256(Rows.SHA256), ANNA);

        assertThat(standIns.of(delivery)).extracting(StandIn::part, StandIn::of, StandIn::kind, StandIn::name, StandIn::by)
                .containsExactly(tuple(scan.id(), "paper.docx", StandIn.Kind.TRANSCRIPTION, "words.txt", ANNA));
        Part attached = new Part(900, delivery, scan.id(), 9, "words.txt", "text/plain", new Sha256(Rows.SHA256), PartStanding.DOCUMENT, null);
        assertThat(standIns.among(List.of(scan, attached))).containsOnlyKeys(900L);
        assertThat(acts()).containsExactly("better-file-attached", "transcription-attached");
    }

    @Test
    void aRefusalIsTakenBackToTheReasonBefore() {
        Delivery.Decided held = Delivery.Decided.held("unknown-sender", "Nobody knows the sender.");
        deliveries.decide(delivery, held);

        assertThat(refusals.refuse(call, delivery, "Spam", ANNA)).isTrue();
        assertThat(deliveries.get(delivery).decision())
                .isEqualTo(new Delivery.Decided(DeliveryOutcome.REFUSED, "by-a-person", "Spam", null));
        assertThat(refusals.takeBack(call, delivery, ANNA)).isTrue();

        assertThat(deliveries.get(delivery).decision()).isEqualTo(held);
        assertThat(acts()).containsExactly("delivery-held", "delivery-refused", "refusal-taken-back");
    }

    @Test
    void onlyWhatIsHeldIsRefusedAndOnlyWhatAPersonRefusedIsTakenBack() {
        assertThat(refusals.refuse(call, delivery, "Spam", ANNA)).isFalse();
        deliveries.decide(delivery, new Delivery.Decided(DeliveryOutcome.REFUSED, "some-rule", "By a rule", null));

        assertThat(refusals.takeBack(call, delivery, ANNA)).isFalse();
        assertThat(acts()).containsExactly("delivery-refused");
    }

    @Test
    void heldDeliveriesAreCountedPerCall() {
        deliveries.decide(delivery, Delivery.Decided.held("unknown-sender", "Nobody knows the sender."));
        rows.delivery(call);

        assertThat(deliveries.held(call)).isEqualTo(1);
        assertThat(deliveries.held(rows.call())).isZero();
        assertThat(deliveries.find(call, delivery)).isPresent();
        assertThat(deliveries.find(rows.call(), delivery)).isEmpty();
    }

    private Part part() {
        long id = rows.part(call, delivery);
        return deliveries.parts(delivery).stream().filter(part -> part.id() == id).findFirst().orElseThrow();
    }

    private List<String> acts() {
        return audit.of(call, "delivery " + delivery).stream().map(AuditEntry::act).toList();
    }
}
