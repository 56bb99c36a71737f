package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Databases;
import org.rapporteur.Rows;
import org.rapporteur.call.Call;
import org.rapporteur.call.CallContent;
import org.rapporteur.call.CallContents;
import org.rapporteur.call.Contact;
import org.rapporteur.call.ContactRole;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Outboxes;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.Stores;
import org.rapporteur.submission.WorkItem;
import org.rapporteur.submission.WorkItems;

/** What is taken in, and what becomes of the same thing again. */
class IntakeTest {

    private static final CountryCode KOREA = new CountryCode("KOR");
    private static final Clock MAY = Clock.fixed(Instant.parse("2004-05-20T09:00:00Z"), ZoneOffset.UTC);
    private static final byte[] MAIL = """
            From: paper@kor.example
            Subject: Paper
            Date: Mon, 10 May 2004 11:05:00 +0000

            Text.
            """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Deliveries deliveries;
    private WorkItems work;
    private Originals originals;
    private Intake intake;
    private Call call;
    private Path paper;

    @BeforeEach
    void open() throws IOException {
        Rows rows = new Rows(Databases.h2());
        deliveries = Stores.deliveries(rows, MAY);
        work = Stores.work(rows, MAY);
        originals = Stores.originals(folder.resolve("originals"), rows);
        intake = new Intake(originals, new Recording(deliveries, work, rows.transaction()), new Gateway("", 0), Outboxes.replies(rows, MAY), MAY);
        call = new Call(rows.call(), 1, dueOn(LocalDate.of(2004, 5, 15)), "");
        paper = Files.writeString(folder.resolve("paper.txt"), "The fund was cut.");
    }

    @Test
    void theSameFileAgainIsTheSameDelivery() {
        Delivery first = file("paper.txt", KOREA);

        assertThat(file("paper.txt", KOREA)).isEqualTo(first);
    }

    @Test
    void aHeldFileGoesOnWhenItsCountryIsNamed() {
        Delivery held = held(file("paper.txt", null), "unknown-country");

        Delivery named = file("paper.txt", KOREA);

        assertThat(named.id()).isEqualTo(held.id());
        assertThat(named.country()).isEqualTo(KOREA);
        assertThat(claim()).map(WorkItem::subject).contains(held.id());
    }

    @Test
    void aFileHeldAfterAFailureIsTriedAgain() {
        Delivery held = held(file("paper.txt", KOREA), "failed-step");

        file("paper.txt", KOREA);

        assertThat(claim()).map(WorkItem::subject).contains(held.id());
    }

    @Test
    void aMessageGoesOnWhenItsSenderIsKnown() {
        Delivery held = held(message(Optional.empty()), "unknown-sender");
        call = new Call(call.id(), 1, call.content(), "", List.of(new Contact(KOREA, "paper@kor.example", ContactRole.AUTHOR, Locale.ENGLISH)));

        Delivery known = message(Optional.empty());

        assertThat(known.id()).isEqualTo(held.id());
        assertThat(known.country()).isEqualTo(KOREA);
        assertThat(claim()).map(WorkItem::subject).contains(held.id());
    }

    @Test
    void aHeldPaperUnderAnotherPathIsNotADuplicateOfIt() {
        held(file("paper.txt", KOREA), "failed-step");

        assertThat(file("again/paper.txt", KOREA).outcome()).isNull();
    }

    @Test
    void theSameBytesUnderAnotherPathAreADuplicateOfWhatIsBeingRead() {
        Delivery first = file("paper.txt", KOREA);

        assertThat(file("again/paper.txt", KOREA).decision().duplicateOf()).isEqualTo(first.id());
    }

    @Test
    void aDuplicateOfWhatWasHeldSinceIsTriedWhenItIsSentAgain() {
        Delivery first = file("paper.txt", null);
        Delivery duplicate = file("again/paper.txt", null);
        held(first, "unknown-country");

        file("again/paper.txt", KOREA);

        assertThat(claim()).map(WorkItem::subject).contains(duplicate.id());
        assertThat(deliveries.get(duplicate.id()).country()).isEqualTo(KOREA);
    }

    @Test
    void ofTwoHandsAtTheSameMomentBothHoldTheSameDelivery() throws Exception {
        for (int round = 0; round < 20; round++) {
            String place = "round %d/paper.txt".formatted(round);
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
                List<Future<Delivery>> taken = hands.invokeAll(Collections.nCopies(2, () -> {
                    together.await();
                    return file(place, KOREA);
                }));

                assertThat(taken.get(0).get().id()).isEqualTo(taken.get(1).get().id());
            }
        }
    }

    @Test
    void whatAPersonRefusedStaysRefused() {
        Delivery refused = file("paper.txt", KOREA);
        deliveries.decide(refused.id(), new Delivery.Decided(DeliveryOutcome.REFUSED, "by-person", "Not a paper.", null));

        assertThat(file("paper.txt", KOREA).outcome()).isEqualTo(DeliveryOutcome.REFUSED);
    }

    @Test
    void aMessageThatReachedTheServerInTimeIsNotLateWheneverItIsFetched() {
        Instant arrived = Instant.parse("2004-05-15T23:00:00Z");

        Delivery delivery = message(Optional.of(arrived));

        assertThat(delivery.late()).isFalse();
        assertThat(delivery.arrivedAt()).isEqualTo(arrived);
    }

    @Test
    void theDateThatTheSenderWroteIsKeptAndDoesNotMakeItPunctual() {
        Delivery delivery = message(Optional.empty());

        assertThat(delivery.sentAt()).isEqualTo("2004-05-10T11:05:00Z");
        assertThat(delivery.arrivedAt()).isEqualTo(MAY.instant());
        assertThat(delivery.late()).isTrue();
    }

    private Delivery file(String place, CountryCode country) {
        return intake.file(call, paper, place, Optional.ofNullable(country));
    }

    private Delivery message(Optional<Instant> arrived) {
        return intake.message(call, Channel.MAIL, "account/INBOX/1/1", originals.keep(MAIL), Optional.empty(), arrived);
    }

    private Delivery held(Delivery delivery, String rule) {
        work.hold(claim().orElseThrow());
        deliveries.decide(delivery.id(), Delivery.Decided.held(rule, "Somebody has to look at it."));
        return delivery;
    }

    private Optional<WorkItem> claim() {
        return work.claim(Stage.RECEIVED, "a", Duration.ofMinutes(1), 1).stream().findFirst();
    }

    private static CallContent dueOn(LocalDate due) {
        CallContent some = CallContents.small();
        return new CallContent(some.code(), some.title(), some.subtitle(), some.organisation(), some.classification(), some.languages(),
                some.meeting(), due, some.invited(), List.of(), some.sessions(), some.reports(), some.correspondence(),
                some.guidelines(), some.sentTexts());
    }
}
