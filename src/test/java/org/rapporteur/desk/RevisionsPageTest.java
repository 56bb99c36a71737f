package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Chromium;
import org.rapporteur.Cli;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.rapporteur.call.CallCode;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.PassageSearch;
import org.rapporteur.search.QueryReader;
import org.rapporteur.search.QueryReading;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Revisions of papers on the desk, in a real browser. */
@NeedsProgram("chromium")
class RevisionsPageTest {

    private static final String FUND = "The ministry keeps a central fund that pays half of every service which two agencies build together. "
            + "In 1999 it spent 120 million, and nine services came of it.";
    private static final String LAW = "The law on public records of 2001 made electronic forms equal to paper, and most agencies stopped asking for copies.";
    private static final String STAFF = "Staff were afraid of the new system at first. Leaders who worked at the counter for a week changed that more than any course.";
    private static final String PARTNER = "A private partner ran the portal for five years and was paid by use. The contract was ended early because nobody "
            + "could say who answered for mistakes.";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;
    private static String address;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        Files.createDirectories(data.resolve("calls/MCH-2004"));
        Files.writeString(data.resolve("calls/MCH-2004/call.yaml"),
                new ClassPathResource("calls/MCH-2004/call.yaml").getContentAsString(StandardCharsets.UTF_8) + "\npapersDue: 2004-06-15\n");
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
        address = Chromium.address(house);
        takeIn("KOR", "korea.txt", FUND, LAW, STAFF);
        takeIn("KOR", "korea, revised.txt", LAW.replace("most agencies", "four of five agencies"), PARTNER, FUND);
        takeIn("FRA", "france.txt", FUND.replace("central", "common"), LAW, STAFF);
        takeIn("FRA", "france 2.txt", FUND.replace("central", "common"), LAW, STAFF, PARTNER);
        Chromium.addPeople(house, Role.SECRETARIAT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void thePaperListsItsRevisionsAndEachTellsWhatItChanged() {
        Page page = loggedIn("anna", 1280);
        page.navigate(address + "/papers/MCH-2004-KOR-001");
        page.getByText("2 revisions").click();
        assertThat(page.locator(".revisions")).containsText("korea, revised.txt, main paper");
        Chromium.picture(page, "paper-revisions-1280");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("what revision 2 changed")).click();

        assertThat(page.locator("h1")).hasText("What revision 2 changed");
        Chromium.picture(page, "difference-1280");
        assertThat(change(page, "changed").locator("del")).hasText("most ");
        assertThat(change(page, "changed").locator("ins")).hasText("four of five ");
        assertThat(change(page, "added")).containsText("A private partner ran the portal");
        assertThat(change(page, "gone")).containsText("Staff were afraid");
        page.setViewportSize(390, 800);
        Chromium.picture(page, "difference-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        change(page, "added").getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".passage:target")).containsText("A private partner");
    }

    @Test
    void aLatePaperIsTakenInAndMarkedWhereverItStands() throws IOException, InterruptedException {
        Page page = loggedIn("anna", 390);
        page.navigate(address + "/call");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Korea"))).containsText("revision 2, late");
        assertThat(page.locator(".ledger li").first()).containsText(", late");
        page.navigate(address + "/papers/MCH-2004-KOR-001");
        assertThat(page.locator(".facts")).containsText("UTC, late");
        page.navigate(address + "/papers/MCH-2004-KOR-001/revisions/2");
        assertThat(page.locator("main")).containsText("after the day on which papers were due");

        assertThat(Cli.run(data, "status", "--data", data.toString(), "--json").json().get("countries").valueStream().filter(row -> row.get("country").asString().equals("KOR"))
                .map(row -> row.get("late").asBoolean())).containsExactly(true);
    }

    @Test
    void aPaperAcceptedForTheWrongCountryIsMovedWithAllThatWasDecidedOnItAndUndoneAgain() throws IOException, InterruptedException {
        takeIn("NOR", "norway.txt", "The kayak portal of the coast guard was paid for by a central fund, which kept half of the savings for the agency.", STAFF);
        decidedByAPerson("MCH-2004-NOR-001", "incentives");
        Page page = loggedIn("ruth", 1280);
        page.navigate(address + "/papers/MCH-2004-NOR-001");
        page.getByText("Accepted for the wrong country?").click();
        assertThat(page.locator("select option", new Page.LocatorOptions().setHasText("which has MCH-2004-KOR-001 already"))).hasCount(1);
        page.getByLabel("This is the paper of").selectOption("SWE");
        Chromium.picture(page, "move-1280");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move the paper")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is the paper of Sweden now.");
        assertThat(page.locator(".facts")).containsText("MCH-2004-SWE-001");
        assertThat(page.locator(".codes .confirmed")).containsText("Incentives");
        page.navigate(address + "/call");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Sweden"))).containsText("accepted");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Norway"))).containsText("no paper");
        Waiting.until(() -> found("kayak country:SWE") == 1 && found("kayak country:NOR") == 0);

        page.navigate(address + "/papers/MCH-2004-NOR-001/revisions/1");
        assertThat(page).hasURL(address + "/papers/MCH-2004-SWE-001");
        page.navigate(address + "/papers/MCH-2004-NOR-001");
        assertThat(page).hasURL(address + "/papers/MCH-2004-SWE-001");
        page.getByText("Moved here from Norway").click();
        Chromium.picture(page, "moved-1280");
        page.setViewportSize(390, 800);
        Chromium.picture(page, "moved-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo: it is the paper of Norway")).click();

        assertThat(page).hasURL(address + "/papers/MCH-2004-NOR-001");
        assertThat(page.locator(".codes .confirmed")).containsText("Incentives");
        Waiting.until(() -> found("kayak country:NOR") == 1 && found("kayak country:SWE") == 0);
        assertThat(house.getBean(AuditTrail.class).latest(5)).filteredOn(entry -> entry.actor().name().equals("ruth")).extracting(AuditEntry::act)
                .contains("submission-move-undone", "submission-moved");
    }

    @Test
    void anAnalystMovesNothing() {
        Page page = loggedIn("anna", 1280);
        page.navigate(address + "/papers/MCH-2004-KOR-001");
        assertThat(page.getByText("Accepted for the wrong country?")).hasCount(0);

        String token = page.locator("input[name=_csrf]").first().inputValue();
        assertThat(page.request().post(address + "/papers/MCH-2004-KOR-001/move",
                RequestOptions.create().setForm(FormData.create().set("_csrf", token).set("country", "SWE"))).status()).isEqualTo(403);
    }

    @Test
    void whereSomethingMayNotBeSeenNoComparisonTellsOfIt() {
        CitedPassage hidden = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-FRA-001")).getFirst();
        house.getBean(AccessRules.class).set(hidden.passage().id(), Access.RESTRICTED, Attribution.NAMED, "ruth");

        Page page = loggedIn("anna", 1280);
        assertThat(page.navigate(address + "/papers/MCH-2004-FRA-001/revisions/2").status()).isEqualTo(404);
        page.navigate(address + "/papers/MCH-2004-FRA-001");
        assertThat(page.locator(".revisions a")).hasCount(0);

        assertThat(loggedIn("ruth", 1280).navigate(address + "/papers/MCH-2004-FRA-001/revisions/2").status()).isEqualTo(200);
    }

    private static long found(String typed) {
        return switch (QueryReader.read(typed)) {
            case QueryReading.Understood understood ->
                    house.getBean(PassageSearch.class).search(understood.query(), new CallCode("MCH-2004"), false, 0, 5).total();
            case QueryReading.Mistaken mistaken -> throw new AssertionError(mistaken.sentence());
        };
    }

    private static void decidedByAPerson(String number, String code) {
        CitedPassage passage = house.getBean(Passages.class).ofPaper(new SubmissionNumber(number)).getFirst();
        house.getBean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId(code), DecisionKind.ADD, Status.IN_PLACE, Outcome.NONE,
                null, ""), new Actor("anna"));
    }

    private static Locator change(Page page, String word) {
        return page.locator(".change." + word);
    }

    private static Page loggedIn(String name, int width) {
        return BROWSER.page(address, name, width);
    }

    private static void takeIn(String country, String name, String... paragraphs) throws IOException, InterruptedException {
        Path file = Files.writeString(data.resolve(name), String.join("\n\n", paragraphs));
        house.getBean(Intake.class).file(house.getBean(Calls.class).current(), file, country + "/" + name, Optional.of(new CountryCode(country)));
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }
}
