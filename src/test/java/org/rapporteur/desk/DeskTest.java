package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.intake.FolderWalk;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The desk in a real browser, with papers that were really read. Pictures of the pages are left in {@code target/screenshots}. */
@NeedsProgram("chromium")
class DeskTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;
    private static String address;
    private static String once;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
        address = Chromium.address(house);
        for (FolderWalk.Item item : FolderWalk.files(List.of(Path.of("sample-reports")))) {
            if (item.place().matches("(KOR|FRA|NOR|CZE)/.*")) {
                house.getBean(FolderWalk.class).take(house.getBean(Calls.class).current(), item, Optional.empty(), taken -> { });
            }
        }
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
        once = house.getBean(Accounts.class).firstPassword().orElseThrow();
        Chromium.addPeople(house, Role.ADMINISTRATOR);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void theFirstLogInLeadsToAChosenPassword() {
        Page page = page(1280, true);
        logIn(page, Accounts.FIRST, once);
        assertThat(page).hasTitle("Choose your password – Rapporteur");
        page.navigate(address + "/search");
        assertThat(page).hasTitle("Choose your password – Rapporteur");
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)).fill("four green hills");
        page.getByLabel("New password, once more").fill("four green hills");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep this password")).click();

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isVisible();
        assertThat(house.getBean(AuditTrail.class).latest(10).stream().map(AuditEntry::act)).contains("login", "password-changed");
    }

    @Test
    void anAdministratorOpensAnAccountAndHandsOverAPasswordForOnce() {
        Page page = page(1280, true);
        logIn(page, "ruth", Chromium.PASSWORD);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Accounts")).click();
        page.getByLabel("Name").fill("Berg.K");
        page.getByLabel("Role").selectOption("SECRETARIAT");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open the account")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("One-time password of berg.k");
        Chromium.picture(page, "accounts-1280");
        page.setViewportSize(390, 800);
        Chromium.picture(page, "accounts-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
        assertThat(house.getBean(Accounts.class).find("berg.k").orElseThrow().role()).isEqualTo(Role.SECRETARIAT);
        assertThat(house.getBean(AuditTrail.class).latest(5).stream().map(AuditEntry::act)).contains("account-opened");
    }

    @Test
    void anAnalystIsToldThatAccountsAreNotForAnalysts() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Accounts"))).hasCount(0);
        assertThat(page.navigate(address + "/accounts").status()).isEqualTo(403);
        complaints.removeIf(complaint -> complaint.contains("403"));
    }

    @Test
    void theSecretariatSeesWhetherMailStillComesIn() {
        Page page = page(390, false);
        logIn(page, "ruth", Chromium.PASSWORD);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Status")).click();

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("It has not been looked into with success yet.");
        Chromium.picture(page, "status-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);
        assertThat(page.navigate(address + "/status").status()).isEqualTo(403);
        complaints.removeIf(complaint -> complaint.contains("403"));
    }

    @Test
    void aPassageIsFoundAndFollowedIntoItsPaper() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);

        page.getByRole(AriaRole.SEARCHBOX).fill("\"central fund\"");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(page.locator("mark").first()).hasText("central fund");
        Chromium.picture(page, "search-1280");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Korea, para. 7").setExact(true)).click();

        assertThat(page.locator(".passage:target")).containsText("A central fund of 120 billion won");
        assertThat(page.locator(".passage:target .codes")).containsText("Central fund");
        Chromium.picture(page, "paper-1280");
    }

    @Test
    void aSearchIsNarrowedSortedAndTakenAlong() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);
        page.navigate(address + "/search?q=fund*+OR+fonds&sort=country");
        assertThat(page.locator(".hit h2").first()).containsText("France");
        page.locator("details").filter(new Locator.FilterOptions().setHasText("Country")).locator("summary").click();
        page.locator("#not-country-FRA").check();

        assertThat(page.locator(".hit h2").first()).containsText("Korea");
        assertThat(page).hasURL(Pattern.compile("not-country=FRA"));
        assertThat(page.locator(".hit .labels").first()).containsText("Central fund");
        Chromium.picture(page, "search-facets-1280");
        Download table = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV")).click());
        assertThat(table.path()).content().startsWith("country,submission,citation").contains("Korea, para. 7").doesNotContain("France");
    }

    @Test
    void aCueOfTheCodebookFindsItsSistersUntilOnlyTheWordsAreWanted() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);
        page.navigate(address + "/search?q=%22central+fund%22");
        assertThat(page.getByText("Also sought, as the codebook has it under “Central fund”")).isVisible();
        assertThat(page.locator("#results")).containsText("fonds interministériel");
        assertThat(page.locator(".hit h2").filter(new Locator.FilterOptions().setHasText("France"))).not().hasCount(0);
        Chromium.picture(page, "search-sisters-1280");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Only my words")).click();

        assertThat(page.locator(".hit h2").filter(new Locator.FilterOptions().setHasText("France"))).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Seek words of other languages too")).click();
        assertThat(page.locator(".hit h2").filter(new Locator.FilterOptions().setHasText("France"))).not().hasCount(0);
    }

    @Test
    void somebodyWhoMistypesIsAskedWhatWasMeantAndPassagesLeadToTheirLike() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);
        page.navigate(address + "/search?q=partnreship");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("partnership")).click();
        assertThat(page.locator(".hit").first()).containsText("partnership");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("More like")).first().click();

        assertThat(page.locator("#results .notice")).containsText("say the like of");
        assertThat(page.locator(".hit").first()).isVisible();
    }

    @Test
    void itWorksOnATelephoneAndWithoutJavaScript() {
        Page page = page(390, false);
        logIn(page, "anna", Chromium.PASSWORD);

        page.getByRole(AriaRole.SEARCHBOX).fill("leadership OR resistance");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
        assertThat(page.locator(".hit").first()).isVisible();
        Chromium.picture(page, "search-390");
        page.locator("#theme-commitment").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();

        assertThat(page.locator(".hit").first()).containsText("Commitment");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void theCallShowsStatesAndWhyAPaperIsHeld() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);

        page.navigate(address + "/call");

        assertThat(page.locator("body")).containsText("pictures without text");
        assertThat(page.locator("body")).containsText("keeps nothing");
        Chromium.picture(page, "call-1280");
        page.setViewportSize(390, 800);
        Chromium.picture(page, "call-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void hostileWordsAreShownAndNotRun() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);

        page.navigate(address + "/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%20%22%27%3B--&country=../&theme=%3Cb%3E&page=-7");

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("<script>alert(1)</script> \"';--");
        assertThat(page.locator("main script")).hasCount(0);
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);
        complaints.clear();

        assertThat(page.navigate(address + "/papers/MCH-2004-XXX-001").status()).isEqualTo(404);

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("There is nothing here"))).isVisible();
        Chromium.picture(page, "error-1280");
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    @Test
    void aRestrictedPassageIsNotThereForAnAnalyst() {
        CitedPassage hidden = house.getBean(Passages.class).inForce(house.getBean(Calls.class).current().id()).stream()
                .filter(cited -> cited.submission().value().contains("FRA")).findFirst().orElseThrow();
        house.getBean(AccessRules.class).set(hidden.passage().id(), Access.RESTRICTED, Attribution.NAMED, "secretariat");
        Page page = page(1280, true);
        logIn(page, "anna", Chromium.PASSWORD);

        page.navigate(address + "/papers/" + hidden.submission());

        assertThat(page.locator(".passage").first()).isVisible();
        assertThat(page.locator("#p" + hidden.passage().id())).hasCount(0);
        assertThat(page.navigate(address + "/passages/" + hidden.passage().id()).status()).isEqualTo(404);
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    @Test
    void nobodyGetsInWithoutALogInOrAToken() throws IOException, InterruptedException {
        HttpClient stranger = HttpClient.newHttpClient();

        HttpResponse<String> search = stranger.send(HttpRequest.newBuilder(URI.create(address + "/search?q=fund")).build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> forged = stranger.send(HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=anna&password=seven+quiet+rivers")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(search.statusCode()).isEqualTo(302);
        assertThat(search.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(search.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(forged.headers().firstValue("Location").orElseThrow()).endsWith("/login?again");
    }

    private Page page(int width, boolean script) {
        Page page = BROWSER.page(width, script);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
        return page;
    }

    private static void logIn(Page page, String name, String password) {
        Chromium.logIn(page, address, name, password);
    }
}
