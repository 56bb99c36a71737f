package org.rapporteur.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Mail that nobody has got round to reading, in a house whose stages stand still. */
class AcknowledgementsTest {

    private static final String KOREA = "country.paper@kor.example";

    @TempDir
    Path data;

    private ConfigurableApplicationContext house;

    @BeforeEach
    void open() {
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--camel.main.auto-startup=false");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void afterFiveMinutesTheSenderLearnsOnceThatItArrived() {
        Delivery slow = mail(KOREA, "");

        acknowledge(Duration.ofMinutes(4));
        assertThat(letters(slow)).isEmpty();
        acknowledge(Duration.ofMinutes(6));
        acknowledge(Duration.ofMinutes(7));

        assertThat(letters(slow)).singleElement().satisfies(letter -> {
            assertThat(letter.content().kind()).isEqualTo(LetterKind.ACKNOWLEDGEMENT);
            assertThat(letter.content().recipient()).isEqualTo(KOREA);
            assertThat(letter.content().text()).contains("“Paper”", "a receipt follows");
        });
    }

    @Test
    void neitherStrangersNorMachinesAreTold() {
        Delivery stranger = mail("stranger@elsewhere.example", "");
        Delivery machine = mail(KOREA, "Auto-Submitted: auto-generated\r\n");

        acknowledge(Duration.ofMinutes(6));

        assertThat(letters(stranger)).isEmpty();
        assertThat(letters(machine)).isEmpty();
    }

    @Test
    void whatTheReceiptSaysSoonerNeedsNoOtherLetter() {
        Delivery slow = mail(KOREA, "");
        acknowledge(Duration.ofMinutes(6));

        house.getBean(Deliveries.class).decide(slow.id(), Delivery.Decided.held("failed-step", "A step did not work out."));
        house.getBean(Receipts.class).indexed(slow.id());

        assertThat(letters(slow)).filteredOn(letter -> letter.content().kind() == LetterKind.ACKNOWLEDGEMENT)
                .extracting(Letter::state).containsExactly(LetterState.WITHDRAWN);
    }

    private void acknowledge(Duration later) {
        new Acknowledgements(house.getBean(Deliveries.class), house.getBean(Receipts.class), Clock.offset(Clock.systemUTC(), later)).write();
    }

    private List<Letter> letters(Delivery delivery) {
        return house.getBean(Letters.class).of(delivery.id());
    }

    private Delivery mail(String sender, String head) {
        long call = house.getBean(Calls.class).current().id();
        String raw = "From: %s\r\n%s\r\nText".formatted(sender, head);
        Delivery delivery = house.getBean(Deliveries.class).add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, raw,
                house.getBean(Originals.class).keep(raw.getBytes(StandardCharsets.US_ASCII)), sender, "Paper", null,
                sender.equals(KOREA) ? new CountryCode("KOR") : null, null, null, false, Authentication.UNCHECKED));
        house.getBean(WorkItems.class).add(call, delivery.id(), Stage.RECEIVED, null);
        return delivery;
    }
}
