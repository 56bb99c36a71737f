package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.UploadLinks;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.Letters;
import org.rapporteur.submission.Channel;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Papers handed in at a secret address, in a real browser, without a log-in. */
@NeedsProgram("chromium")
class UploadPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;
    private static String address;
    @BeforeAll
    static void open() {
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data.toAbsolutePath(),
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
        address = Chromium.address(house);
        Chromium.addPeople(house, Role.SECRETARIAT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aPaperIsHandedInReadAndAnsweredToTheContact() throws InterruptedException {
        Page page = page(390);
        page.navigate(address + "/upload/" + secret("LUX"));
        assertThat(page).hasTitle("Remettre une contribution – Making Change Happen");
        Chromium.picture(page, "upload-390");
        files(page).setInputFiles(new FilePayload[] {paper("contribution été.txt", "fonds"), paper("<b>annexe</b>.txt", "tableau")});
        page.getByLabel("Quelques mots").fill("Voici notre contribution.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remettre")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Reçu, avec nos remerciements.");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("contribution été.txt, b>.txt");
        Chromium.picture(page, "upload-done-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
        Delivery delivery = of("LUX").getFirst();
        assertThat(delivery.channel()).isEqualTo(Channel.UPLOAD);
        assertThat(delivery.outcome()).as(String.valueOf(delivery.decision())).isEqualTo(DeliveryOutcome.ACCEPTED);
        Letter receipt = house.getBean(Letters.class).of(delivery.id()).getFirst();
        assertThat(receipt.content().recipient()).isEqualTo("country.paper@lux.example");
        assertThat(receipt.content().text()).contains("contribution été.txt");
    }

    @Test
    void pressedTwiceItIsTheSameDelivery() {
        Page page = page(1280);
        String secret = secret("DNK");
        for (int i = 0; i < 2; i++) {
            page.navigate(address + "/upload/" + secret);
            files(page).setInputFiles(paper("paper.txt", "fund"));
            press(page);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Received, with thanks.");
        }
        Chromium.picture(page, "upload-1280");

        assertThat(of("DNK")).hasSize(1);
    }

    @Test
    void withoutAFileItIsSaidWhatToDo() {
        Page page = page(1280);
        page.navigate(address + "/upload/" + secret("NOR"));
        page.evaluate("document.getElementById('files').required = false");
        press(page);

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please choose a file first.");
        assertThat(of("NOR")).isEmpty();
    }

    @Test
    void whatIsTooLargeIsToldSo() throws IOException {
        Path large = Files.write(data.resolve("large.pdf"), new byte[31 << 20]);
        Page page = page(1280);
        page.navigate(address + "/upload/" + secret("SWE"));
        files(page).setInputFiles(large, new Locator.SetInputFilesOptions().setTimeout(60_000));
        press(page);

        assertThat(page.locator("body")).containsText("too large");
        assertThat(of("SWE")).isEmpty();
    }

    @Test
    void afterManyUploadsWithinTheHourTheLinkRests() {
        Page page = page(1280);
        String secret = secret("FIN");
        long link = house.getBean(UploadLinks.class).open(secret).orElseThrow().id();
        for (int i = 0; i < UploadThrottle.MOST; i++) {
            house.getBean(UploadThrottle.class).takes(link);
        }
        page.navigate(address + "/upload/" + secret);
        files(page).setInputFiles(paper("paper.txt", "fund"));
        Response response = page.waitForResponse(answer -> answer.status() == 429, () -> press(page));

        assertThat(response.status()).isEqualTo(429);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("try again later");
    }

    @Test
    void theSecretariatMakesALinkThatIsShownOnceAndRevokesIt() {
        Page page = page(1280);
        page.navigate(address + "/");
        page.getByLabel("Name").fill("ruth");
        page.getByLabel("Password").fill(Chromium.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        page.navigate(address + "/call");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("upload link")).click();
        page.getByLabel("Country").selectOption("KOR");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the link")).click();
        String made = page.locator(".notice code").textContent();
        Chromium.picture(page, "upload-links-1280");
        page.reload();
        assertThat(page.locator(".notice code")).hasCount(0);
        String secret = made.substring(made.lastIndexOf('/') + 1);
        assertThat(house.getBean(UploadLinks.class).open(secret)).isPresent();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke the link of Korea")).click();

        assertThat(page.navigate(address + "/upload/" + secret).status()).isEqualTo(404);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This address opens no more.");
        Chromium.picture(page, "upload-shut-1280");
    }

    @Test
    void nobodysFilesAreReadWhoHasNoLinkThatOpensAndIsNotLoggedIn() throws Exception {
        String secret = house.getBean(UploadLinks.class).make(call(), new CountryCode("HUN"), Duration.ofSeconds(-1), new Actor("ruth"));

        for (String path : List.of("/upload/" + secret, "/upload/nothing", "/held/1/parts/1/stand-in", "/login")) {
            String said = sendHead(path);
            org.assertj.core.api.Assertions.assertThat(said).as(path).startsWith("HTTP/1.1 303");
        }
        assertThat(page(1280).navigate(address + "/upload/nothing").status()).isEqualTo(404);
    }

    /** The head of an upload of 60 MB, of which no byte is ever sent: whoever waits for them does not answer. */
    private static String sendHead(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(house.getEnvironment().getProperty("local.server.port")))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 60000000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }

    @Test
    void anExpiredLinkTakesNothing() {
        String secret = house.getBean(UploadLinks.class).make(call(), new CountryCode("POL"), Duration.ofSeconds(-1), new Actor("ruth"));
        Page page = page(1280);

        assertThat(page.navigate(address + "/upload/" + secret).status()).isEqualTo(404);
        assertThat(page.navigate(address + "/upload/nothing").status()).isEqualTo(404);
    }

    private static Locator files(Page page) {
        return page.locator("#files");
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand in")).click();
    }

    private static FilePayload paper(String name, String word) {
        return new FilePayload(name, "text/plain", ("The ministry keeps half of what the %s saves every year. ".formatted(word)).repeat(30)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(String country) {
        return house.getBean(UploadLinks.class).make(call(), new CountryCode(country), Duration.ofDays(60), new Actor("ruth"));
    }

    private static List<Delivery> of(String country) {
        return house.getBean(Deliveries.class).of(call()).stream().filter(delivery -> new CountryCode(country).equals(delivery.country())).toList();
    }

    private static long call() {
        return house.getBean(Calls.class).current().id();
    }

    private static Page page(int width) {
        return BROWSER.page(width, true);
    }
}
