package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.extraction.Texts;
import org.rapporteur.intake.FolderWalk;
import org.rapporteur.intake.HeldDesk;
import org.rapporteur.letter.LetterState;
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
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The held desk in a real browser, as the secretariat works at it, with deliveries that are really read. */
@NeedsProgram("chromium")
class HeldDeskPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    static Path data;

    @TempDir
    static Path sent;

    private static ConfigurableApplicationContext house;
    private static String address;
    @BeforeAll
    static void open() throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
        address = Chromium.address(house);
        Chromium.addPeople(house, Role.SECRETARIAT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aPaperOfAnUnknownSenderIsAcceptedForACountryAndFound() throws Exception {
        Delivery paper = takeIn("stranger.eml", mail("stranger@elsewhere.example", "Paper of Korea",
                attachment("paper.txt", "text/plain", Texts.about("lantern"))));
        Page page = page(1280, "ruth");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Held")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("no contact of the call");
        Chromium.picture(page, "held-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Paper of Korea")).click();
        Chromium.picture(page, "delivery-1280");
        assertThat(Chromium.barriers(page)).isEmpty();

        country(page).selectOption("KOR");
        page.getByLabel("Also add").check();
        click(page, "Accept it");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It goes on as a paper of Korea, and stranger@elsewhere.example may submit");
        await(paper, DeliveryOutcome.ACCEPTED);
        assertThat(house.getBean(Calls.class).current().countriesOf("stranger@elsewhere.example")).hasToString("[KOR]");
        assertThat(acts(paper)).contains("ruth delivery-assigned", "ruth sender-vouched-for", "rapporteur delivery-accepted");
        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("MCH-2004-KOR-001");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept it"))).hasCount(0);
        Chromium.picture(page, "delivery-accepted-1280");
        page.navigate(address + "/search?q=" + Texts.about("lantern").split(" ")[0]);
        assertThat(page.locator(".hit")).hasCount(1);
    }

    @Test
    void aRefusalIsTakenBackAndTheDeliveryIsHeldAsBefore() throws Exception {
        Delivery paper = takeIn("noise.eml", mail("noise@elsewhere.example", "Noise", attachment("n.txt", "text/plain", Texts.about("noise"))));
        Page page = page(390, "ruth");
        page.navigate(address + "/held/" + paper.id());
        Chromium.picture(page, "delivery-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        page.getByLabel("Reason, for your colleagues").fill("An advertisement");
        click(page, "Refuse it");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("An advertisement");
        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.REFUSED);
        click(page, "Take the refusal back");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("It is held again, as it was before.");
        assertThat(get(paper).decision()).isEqualTo(paper.decision());
        assertThat(acts(paper)).contains("ruth delivery-refused", "ruth refusal-taken-back");
    }

    @Test
    void aBrokenAnnexIsLeftOutAndThePaperGoesOnWithoutIt() throws Exception {
        Delivery paper = takeIn("norway.eml", mail("country.paper@nor.example", "Paper and annex",
                attachment("paper.txt", "text/plain", Texts.about("fjord")), attachment("annex.pdf", "application/pdf", "%PDF-1.4 broken")));
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("annex.pdf");

        click(page, "Go on without annex.pdf");
        await(paper, DeliveryOutcome.ACCEPTED);

        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("left out by ruth");
        Chromium.picture(page, "delivery-left-out-1280");
        assertThat(acts(paper)).contains("ruth part-left-out");
    }

    @Test
    void aTranscriptionIsReadInThePlaceOfAScanAndItsProvenanceIsCited() throws Exception {
        Delivery paper = takeIn("sweden.eml", mail("country.paper@swe.example", "Scanned", attachment("scan.pdf", "application/pdf", "%PDF-1.4 broken")));
        assertThat(paper.outcome()).isEqualTo(DeliveryOutcome.HELD);
        Path words = Files.writeString(sent.resolve("typed words.txt"), Texts.about("archive"));
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());
        page.getByLabel("File, at most 30 MB").last().setInputFiles(words);
        Chromium.picture(page, "delivery-attach-1280");
        assertThat(Chromium.barriers(page)).isEmpty();

        click(page, "Attach it to scan.pdf");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("typed words.txt is read in the place of scan.pdf.");
        await(paper, DeliveryOutcome.ACCEPTED);

        page.reload();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Transcribed by the secretariat (ruth) from “scan.pdf”");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("MCH-2004-SWE-001")).first().click();
        assertThat(page.locator(".files")).containsText("typed words.txt: Transcribed by the secretariat (ruth) from “scan.pdf”");
        Chromium.picture(page, "paper-transcribed-1280");
        assertThat(acts(paper)).contains("ruth transcription-attached");
    }

    @Test
    void theSenderOfAMailIsAskedInItsLanguageAndTheDeliveryStaysHeld() throws Exception {
        Delivery paper = byMail("personne@elsewhere.example", "Notre rapport", Authentication.UNCHECKED);
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write a question")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("French")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("To personne@elsewhere.example, as an answer to “Notre rapport”.");
        assertThat(page.getByLabel("Letter", new Page.GetByLabelOptions().setExact(true))).hasValue(Pattern.compile(".*pour quel pays vous écrivez.*", Pattern.DOTALL));
        Chromium.picture(page, "ask-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        page.getByLabel("Letter", new Page.GetByLabelOptions().setExact(true)).fill("Madame, Monsieur,\n\nQuel pays <b> ?");
        click(page, "Send it");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The question is on its way to personne@elsewhere.example.");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("by ruth");
        Chromium.picture(page, "delivery-asked-390");
        assertThat(house.getBean(Questions.class).asked(paper.id())).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.TO_SEND);
            assertThat(letter.content().recipient()).isEqualTo("personne@elsewhere.example");
            assertThat(letter.content().html()).contains("Quel pays &lt;b&gt; ?");
        });
        assertThat(get(paper).outcome()).isEqualTo(DeliveryOutcome.HELD);
        assertThat(house.getBean(Questions.class).ask(house.getBean(Calls.class).current(), paper, 1, Locale.FRENCH, "Encore", "Encore ?",
                new Actor("paul"))).isFalse();
    }

    @Test
    void nobodyIsAskedWhomTheGatewayDoubted() throws Exception {
        Delivery paper = byMail("forged@elsewhere.example", "Forged", Authentication.FAILED);
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("please ask by other means");
        page.navigate(address + "/held/" + paper.id() + "/ask");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("please ask by other means");
    }

    @Test
    void whoComesSecondIsToldWhatHappenedMeanwhile() throws Exception {
        Delivery paper = takeIn("twice.eml", mail("twice@elsewhere.example", "Twice", attachment("t.txt", "text/plain", Texts.about("twice"))));
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());
        house.getBean(HeldDesk.class).refuse(house.getBean(Calls.class).current(), paper.id(), "Spam", new Actor("paul"));

        country(page).selectOption("KOR");
        click(page, "Accept it");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("It was refused meanwhile.");
        assertThat(get(paper).country()).isNull();
    }

    @Test
    void whatWasMailedIsSavedAndNeverShown() throws Exception {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>document.title='run'</script></svg>";
        Delivery paper = takeIn("hostile.eml", mail("hostile@elsewhere.example", "<script>document.title='run'</script>",
                attachment("logo.svg", "image/svg+xml", svg), attachment("paper.html", "text/html",
                        "<html><body><script>document.title='run'</script><p>" + Texts.about("hostile") + "</p></body></html>")));
        Page page = page(1280, "ruth");
        page.navigate(address + "/held/" + paper.id());

        for (Part part : house.getBean(Deliveries.class).parts(paper.id())) {
            APIResponse file = BROWSER.session().request().get(address + "/held/" + paper.id() + "/parts/" + part.id());
            assertThat(file.headers()).containsEntry("content-type", "application/octet-stream").containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("content-security-policy", "sandbox").hasEntrySatisfying("content-disposition",
                            disposition -> assertThat(disposition).startsWith("attachment;"));
        }
        Download saved = page.waitForDownload(() -> page.getByLabel("Save logo.svg").click());

        assertThat(saved.suggestedFilename()).isEqualTo("logo.svg");
        assertThat(Files.readString(saved.path())).isEqualTo(svg);
        assertThat(page.title()).isNotEqualTo("run");
        assertThat(BROWSER.session().request().get(address + "/held/" + paper.id() + "/raw").headers()).containsEntry("content-security-policy", "sandbox");
    }

    @Test
    void onlyThePartsOfADeliveryAreGivenOutWithIt() throws Exception {
        Delivery one = takeIn("one.eml", mail("one@elsewhere.example", "One", attachment("1.txt", "text/plain", Texts.about("one"))));
        Delivery two = takeIn("two.eml", mail("two@elsewhere.example", "Two", attachment("2.txt", "text/plain", Texts.about("two"))));
        long part = house.getBean(Deliveries.class).parts(two.id()).getLast().id();
        Page page = page(1280, "ruth");

        assertThat(page.request().get(address + "/held/" + one.id() + "/parts/" + part).status()).isEqualTo(404);
        assertThat(page.request().get(address + "/held/999999").status()).isEqualTo(404);
    }

    @Test
    void anAnalystSeesNoneOfIt() throws Exception {
        Delivery paper = takeIn("closed.eml", mail("closed@elsewhere.example", "Closed", attachment("c.txt", "text/plain", Texts.about("closed"))));
        Page page = page(1280, "anna");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Held"))).hasCount(0);
        for (String closed : List.of("/held", "/held/" + paper.id(), "/held/" + paper.id() + "/raw")) {
            assertThat(page.request().get(address + closed).status()).as(closed).isEqualTo(403);
        }
    }

    private static Delivery takeIn(String name, String raw) throws Exception {
        Path folder = Files.createDirectories(sent.resolve(name.replace('.', '-')));
        Files.writeString(folder.resolve(name), raw);
        for (FolderWalk.Item item : FolderWalk.files(List.of(folder))) {
            house.getBean(FolderWalk.class).take(house.getBean(Calls.class).current(), item, Optional.empty(), taken -> { });
        }
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
        return house.getBean(Deliveries.class).of(house.getBean(Calls.class).current().id()).getLast();
    }

    private static Delivery byMail(String sender, String subject, Authentication authentication) throws Exception {
        Deliveries deliveries = house.getBean(Deliveries.class);
        Sha256 raw = house.getBean(Originals.class).keep(mail(sender, subject, attachment("paper.txt", "text/plain", Texts.about(sender)))
                .getBytes(StandardCharsets.UTF_8));
        long call = house.getBean(Calls.class).current().id();
        Delivery delivery = deliveries.add(new Deliveries.Arrival(call, DeliveryKind.PAPER, Channel.MAIL, subject, raw, sender, subject, null,
                null, null, null, false, authentication));
        deliveries.addPart(call, new Part(0, delivery.id(), null, 1, "message.eml", "message/rfc822", raw, PartStanding.DOCUMENT, null));
        house.getBean(WorkItems.class).add(call, delivery.id(), Stage.RECEIVED, null);
        await(delivery, DeliveryOutcome.HELD);
        return deliveries.get(delivery.id());
    }

    private static String mail(String from, String subject, String... attachments) {
        return "From: %s\r\nTo: papers@localhost\r\nSubject: %s\r\nDate: Mon, 10 May 2004 11:05:00 +0000\r\nMIME-Version: 1.0\r\n"
                .formatted(from, subject) + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease find it attached.\r\n"
                + String.join("", attachments) + "--b--\r\n";
    }

    private static String attachment(String name, String type, String content) {
        return "--b\r\nContent-Type: %s\r\nContent-Disposition: attachment; filename=%s\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n"
                .formatted(type, name, Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void await(Delivery delivery, DeliveryOutcome outcome) throws InterruptedException {
        Waiting.until(() -> get(delivery).outcome() == outcome && house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }

    private static Delivery get(Delivery delivery) {
        return house.getBean(Deliveries.class).get(delivery.id());
    }

    private static List<String> acts(Delivery delivery) {
        return house.getBean(AuditTrail.class).of(delivery.call(), "delivery " + delivery.id()).stream()
                .map((AuditEntry entry) -> entry.actor() + " " + entry.act()).toList();
    }

    private static Locator country(Page page) {
        return page.getByLabel("Country", new Page.GetByLabelOptions().setExact(true));
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static Page page(int width, String name) {
        return BROWSER.page(address, name, width);
    }
}
