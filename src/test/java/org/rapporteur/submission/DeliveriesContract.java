package org.rapporteur.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapporteur.Rows;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrails;
import org.rapporteur.country.CountryCode;
import org.springframework.dao.DuplicateKeyException;

/** What the ledger promises on every database. */
abstract class DeliveriesContract {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final Sha256 BYTES = new Sha256(Rows.SHA256);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2004-05-03T09:00:00Z"), ZoneOffset.UTC);

    private Deliveries deliveries;
    private Rows rows;
    private long call;

    abstract DataSource database();

    @BeforeEach
    void open() {
        rows = new Rows(database());
        rows.original();
        call = rows.call();
        deliveries = new Deliveries(rows.jdbc(), AuditTrails.on(rows.jdbc(), CLOCK), rows.transaction(), event -> { }, CLOCK);
    }

    @Test
    void aDeliveryIsFoundByChannelAndKey() {
        Delivery added = deliveries.add(arrival("a", KOREA));

        assertThat(deliveries.find(call, Channel.MAIL, "a")).contains(added);
        assertThat(deliveries.find(call, Channel.FOLDER, "a")).isEmpty();
    }

    @Test
    void mailsAreFoundByTheNameThatTheirSenderGaveThem() {
        Delivery first = deliveries.add(arrival("a", KOREA));
        Delivery second = deliveries.add(arrival("b", KOREA));

        assertThat(deliveries.withMessageId(call, first.messageId())).containsExactly(first, second);
        assertThat(deliveries.withMessageId(rows.call(), first.messageId())).isEmpty();
    }

    @Test
    void theSameKeyCanNotBeAddedTwice() {
        deliveries.add(arrival("a", KOREA));

        assertThatThrownBy(() -> deliveries.add(arrival("a", KOREA))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        Delivery added = deliveries.add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.FOLDER, "b", BYTES, null, "paper", null,
                null, null, null, false, Authentication.UNCHECKED));

        assertThat(deliveries.get(added.id())).isEqualTo(added);
        assertThat(added.country()).isNull();
        assertThat(added.outcome()).isNull();
    }

    @Test
    void aHeldDeliveryCanBeAcceptedLater() {
        long id = deliveries.add(arrival("a", KOREA)).id();
        deliveries.decide(id, Delivery.Decided.held("unknown-sender", "Nobody knows the sender."));

        deliveries.decide(id, new Delivery.Decided(DeliveryOutcome.ACCEPTED, "accepted", "MCH-2004-KOR-001 revision 1", null));

        assertThat(deliveries.get(id).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void theSameBytesAreFoundAndThoseSetAsideDoNotCount() {
        long first = deliveries.add(arrival("a", KOREA)).id();

        assertThat(deliveries.sameBytes(call, BYTES, KOREA)).map(Delivery::id).contains(first);
        deliveries.decide(first, new Delivery.Decided(DeliveryOutcome.REFUSED, "by-person", "Not a paper.", null));
        assertThat(deliveries.sameBytes(call, BYTES, KOREA)).isEmpty();
    }

    @Test
    void bytesThatNobodyCouldPlaceDoNotMakeAPlacedDeliveryADuplicate() {
        deliveries.add(arrival("a", null));

        assertThat(deliveries.sameBytes(call, BYTES, KOREA)).isEmpty();
        assertThat(deliveries.sameBytes(call, BYTES, null)).isPresent();
    }

    @Test
    void aHeldDeliveryIsNoBaseForDuplicates() {
        long first = deliveries.add(arrival("a", KOREA)).id();

        deliveries.decide(first, Delivery.Decided.held("failed-step", "Try it again."));

        assertThat(deliveries.sameBytes(call, BYTES, KOREA)).isEmpty();
    }

    @Test
    void everyDecisionStaysInTheAudit() {
        long id = deliveries.add(arrival("a", KOREA)).id();
        deliveries.decide(id, Delivery.Decided.held("unknown-sender", "Nobody knows the sender."));

        deliveries.decide(id, new Delivery.Decided(DeliveryOutcome.REFUSED, "by-person", "Not a paper.", null), new Actor("anna"));

        assertThat(AuditTrails.on(rows.jdbc(), CLOCK).latest(2)).extracting(AuditEntry::act, AuditEntry::actor, AuditEntry::detail)
                .containsExactly(tuple("delivery-refused", new Actor("anna"), "by-person: Not a paper."),
                        tuple("delivery-held", Actor.MACHINE, "unknown-sender: Nobody knows the sender."));
    }

    @Test
    void whenItWasSentAndWhenItArrivedAreKept() {
        Instant sent = Instant.parse("2004-05-01T09:00:00Z");
        Instant arrived = Instant.parse("2004-05-02T09:00:00Z");

        Delivery added = deliveries.add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, "b", BYTES, null, "paper", null,
                null, sent, arrived, false, Authentication.PASSED));

        assertThat(added.sentAt()).isEqualTo(sent);
        assertThat(added.arrivedAt()).isEqualTo(arrived);
        assertThat(deliveries.add(arrival("c", KOREA)).arrivedAt()).isEqualTo(CLOCK.instant());
    }

    @Test
    void whatTheGatewaySaidIsKeptUntilAPersonVouches() {
        Delivery added = deliveries.add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, "b", BYTES, null, "paper", null,
                null, null, null, false, Authentication.FAILED));

        deliveries.vouch(added.id(), new Actor("anna"));

        assertThat(added.authentication()).isEqualTo(Authentication.FAILED);
        assertThat(deliveries.get(added.id()).authentication()).isEqualTo(Authentication.VOUCHED);
        assertThat(AuditTrails.on(rows.jdbc(), CLOCK).latest(1)).extracting(AuditEntry::act).containsExactly("sender-vouched-for");
    }

    @Test
    void partsKeepTheirOrderAndTheirParent() {
        long delivery = deliveries.add(arrival("a", KOREA)).id();
        long mail = deliveries.addPart(call, part(delivery, null, 1, "mail.eml"));
        long paper = deliveries.addPart(call, part(delivery, mail, 2, "paper.docx"));

        deliveries.describePart(paper, "application/pdf", PartStanding.DOCUMENT, "SCANNED");

        assertThat(deliveries.parts(delivery)).extracting(Part::name).containsExactly("mail.eml", "paper.docx");
        assertThat(deliveries.parts(delivery).getLast()).isEqualTo(new Part(paper, delivery, mail, 2, "paper.docx", "application/pdf",
                BYTES, PartStanding.DOCUMENT, "SCANNED"));
    }

    private Deliveries.Arrival arrival(String key, CountryCode country) {
        return new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, key, BYTES, "paper@kor.example", "Paper", "<1@kor.example>",
                country, null, null, false, Authentication.UNCHECKED);
    }

    private static Part part(long delivery, Long parent, int ordinal, String name) {
        return new Part(0, delivery, parent, ordinal, name, "text/plain", BYTES, PartStanding.DOCUMENT, null);
    }
}
