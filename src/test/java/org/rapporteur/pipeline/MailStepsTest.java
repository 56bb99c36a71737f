package org.rapporteur.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.extraction.Cause;
import org.rapporteur.extraction.Texts;
import org.rapporteur.intake.HeldDesk;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.letter.Outbox;
import org.rapporteur.letter.Questions;
import org.rapporteur.submission.Authentication;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryKind;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.Originals;
import org.rapporteur.submission.Part;
import org.rapporteur.submission.PartStanding;
import org.rapporteur.submission.Sha256;
import org.rapporteur.submission.Stage;
import org.rapporteur.submission.WorkItems;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Mail on its way through the stages, and the letters that are written meanwhile, in a house that no route runs. */
class MailStepsTest {

    private static final Actor RUTH = new Actor("ruth");

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;
    private static int arrived;

    @BeforeAll
    static void open() throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.NONE).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=false", "--rapporteur.stages=false",
                "--camel.main.auto-startup=false");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aNameThatLooksLikeAnAddressOpensNoDoor() {
        Delivery forged = read(mail("x@evil.example", "\"country.paper@kor.example\" <x@evil.example>", DeliveryKind.PAPER, Authentication.PASSED,
                Texts.about("fund")));

        assertThat(forged.sender()).isEqualTo("x@evil.example");
        assertThat(forged.country()).isNull();
        assertThat(forged.outcome()).isEqualTo(DeliveryOutcome.HELD);
        assertThat(forged.decision().rule()).isEqualTo("unknown-sender");
    }

    @Test
    void whereNobodySentAMailItsTextNamesNobody() {
        Delivery nobodys = read(mail(null, "country.paper@kor.example, x@evil.example", DeliveryKind.PAPER, Authentication.FAILED, Texts.about("fund") + " " + Texts.about("levy")));

        assertThat(nobodys.sender()).isNull();
        assertThat(nobodys.country()).isNull();
        assertThat(nobodys.outcome()).isEqualTo(DeliveryOutcome.HELD);
    }

    @Test
    void aReplyIsNoPaperHoweverMuchItSays() {
        String text = Texts.about("school") + " " + Texts.about("office");
        Delivery reply = read(mail("country.paper@nor.example", "country.paper@nor.example", DeliveryKind.REPLY, Authentication.UNCHECKED, text));
        Delivery paper = read(mail("country.paper@nor.example", "country.paper@nor.example", DeliveryKind.PAPER, Authentication.UNCHECKED, text));

        assertThat(reply.decision().rule()).isEqualTo("no-paper");
        assertThat(paper.outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void aRefusalWithdrawsTheLetterThatWaitsAndTakenBackItIsWrittenAnew() {
        Delivery held = read(broken("country.paper@dnk.example", "one"));
        Letter first = only(held);
        assertThat(first.state()).isEqualTo(LetterState.WAITS_FOR_APPROVAL);

        bean(HeldDesk.class).refuse(call(), held.id(), "Sent by mistake.", RUTH);
        assertThat(bean(Letters.class).get(first.id()).state()).isEqualTo(LetterState.WITHDRAWN);

        bean(HeldDesk.class).takeBack(call(), held.id(), RUTH);
        assertThat(letters(held)).extracting(Letter::state).containsExactly(LetterState.WITHDRAWN, LetterState.WAITS_FOR_APPROVAL);
    }

    @Test
    void heldAgainForTheSameReasonNothingIsWrittenTwice() {
        Delivery held = read(broken("country.paper@swe.example", "two"));
        bean(HeldDesk.class).tryAgain(held.id(), RUTH);
        read(held);

        assertThat(letters(held)).hasSize(1);
    }

    @Test
    void heldForAnotherReasonTheOldLetterIsOvertaken() {
        Delivery held = read(broken("country.paper@fin.example", "three"));
        bean(Outbox.class).approve(only(held).id(), RUTH);

        Part part = bean(Deliveries.class).parts(held.id()).stream().filter(one -> one.cause() != null).findFirst().orElseThrow();
        bean(Deliveries.class).describePart(part.id(), part.mediaType(), PartStanding.DOCUMENT, Cause.ENCRYPTED.name());
        bean(Deliveries.class).decide(held.id(), Delivery.Decided.held("no-usable-text", "It is locked."));

        assertThat(letters(held)).extracting(Letter::state).containsExactly(LetterState.WITHDRAWN, LetterState.WAITS_FOR_APPROVAL);
    }

    @Test
    void aSenderThatCannotBeWrittenToIsNotAsked() {
        Delivery odd = read(mail("\"john doe\"@y.example", "\"john doe\"@y.example", DeliveryKind.PAPER, Authentication.UNCHECKED, "Short."));

        assertThat(odd.outcome()).isEqualTo(DeliveryOutcome.HELD);
        assertThat(bean(Questions.class).whyNot(call(), odd)).hasValueSatisfying(why -> assertThat(why).contains("no address that we write to"));
    }

    /** A mail whose only attachment can't be opened. */
    private static Delivery broken(String sender, String name) {
        return arrive(sender, DeliveryKind.PAPER, Authentication.UNCHECKED, """
                From: %s
                Subject: Paper
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/pdf; name="%s.pdf"

                %%PDF-1.4 %s
                --b--
                """.formatted(sender, name, name));
    }

    private static Delivery mail(String sender, String from, DeliveryKind kind, Authentication authentication, String text) {
        return arrive(sender, kind, authentication, "From: %s\nSubject: Paper\n\n%s\n".formatted(from, text));
    }

    private static Delivery arrive(String sender, DeliveryKind kind, Authentication authentication, String raw) {
        Sha256 original = bean(Originals.class).keep(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        CountryCode country = sender == null ? null : call().contactsWith(sender).stream().map(contact -> contact.country()).findFirst().orElse(null);
        Delivery delivery = bean(Deliveries.class).add(new Deliveries.Arrival(call().id(), kind, Channel.MAIL, "account/INBOX/1/" + ++arrived, original,
                sender, "Paper", null, country, null, Instant.parse("2004-05-10T09:00:00Z"), false, authentication));
        bean(Deliveries.class).addPart(call().id(), new Part(0, delivery.id(), null, 1, "message.eml", "message/rfc822", original,
                PartStanding.DOCUMENT, null));
        bean(WorkItems.class).add(call().id(), delivery.id(), Stage.RECEIVED, null);
        return delivery;
    }

    private static Delivery read(Delivery delivery) {
        for (Stage stage : List.of(Stage.RECEIVED, Stage.EXTRACTED, Stage.SPLIT)) {
            bean(Stages.class).claim(stage).forEachRemaining(bean(Stages.class)::run);
        }
        return bean(Deliveries.class).get(delivery.id());
    }

    private static List<Letter> letters(Delivery delivery) {
        return bean(Letters.class).of(delivery.id());
    }

    private static Letter only(Delivery delivery) {
        assertThat(letters(delivery)).hasSize(1);
        return letters(delivery).getFirst();
    }

    private static Call call() {
        return bean(Calls.class).current();
    }

    private static <T> T bean(Class<T> type) {
        return house.getBean(type);
    }
}
