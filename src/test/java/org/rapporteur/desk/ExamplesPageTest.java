package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.rapporteur.account.Role;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Example;
import org.rapporteur.coding.ExampleField;
import org.rapporteur.coding.Examples;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Stated;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The register of examples, as analysts keep it in a real browser. */
@NeedsProgram("chromium")
class ExamplesPageTest {

    private static final String WINDOW = "The single civil service window, opened in November 2002, is a clear success. Visits to district offices fell by 41 per cent within "
            + "eighteen months, because each ministry was paid a matching grant for every counter that it closed.";
    private static final String STAFF = "Staff in the county offices were afraid of losing their posts when the first version was announced. The directors then worked at "
            + "the counter for a week each, listened to what people had to say, and took up most of it; after that the resistance faded.";
    private static final String POST = "The border post gateway is a clear success: waiting fell by half, and each port was paid a matching grant for every counter closed.";

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
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.stages=true", "--server.port=0");
        address = Chromium.address(house);
        Chromium.addPeople(house, Role.SECRETARIAT);
        takeIn("KOR", WINDOW + "\n\n" + STAFF);
        takeIn("FRA", POST);
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void whatTheMachineProposesIsMendedConfirmedAndNotProposedAgain() throws IOException {
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/call");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Examples")).click();
        Chromium.picture(page, "examples-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("single civil service window")).click();
        assertThat(page.getByLabel("Since when", new Page.GetByLabelOptions().setExact(true))).hasValue("November 2002");
        assertThat(page.getByLabel("By whom", new Page.GetByLabelOptions().setExact(true))).hasValue("");

        page.getByLabel("By whom", new Page.GetByLabelOptions().setExact(true)).fill("the government");
        press(page, "Confirm");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("tick the passage that says it under “By whom”");
        assertThat(page.getByLabel("By whom", new Page.GetByLabelOptions().setExact(true))).hasValue("the government");
        page.getByLabel("By whom is said in").last().check();
        press(page, "Confirm");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Confirmed");
        Chromium.picture(page, "example-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "example-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.navigate(address + "/examples");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("single civil service window"))).hasCount(1);
        assertThat(house.getBean(Examples.class).of(house.getBean(Calls.class).current())).filteredOn(one -> one.name().equals("single civil service window"))
                .singleElement().satisfies(one -> assertThat(one.fields().get(ExampleField.BY_WHOM).text()).isEqualTo("the government"));
    }

    @Test
    void withoutJavaScriptOneIsMadeFromAPassageChangedByTwoAndDismissed() {
        long passage = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).getLast().passage().id();
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, address, "anna", Chromium.PASSWORD);
        page.navigate(address + "/passages/" + passage + "/codes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make an example of it")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Directors at the counter");
        press(page, "Confirm");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Confirmed");

        Call call = house.getBean(Calls.class).current();
        Example seen = house.getBean(Examples.class).of(call).stream().filter(one -> one.name().equals("Directors at the counter")).findFirst().orElseThrow();
        house.getBean(Examples.class).change(call, seen, seen.fields(), Outcome.SUCCESS, false, new Actor("ruth"));
        press(page, "Keep");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("ruth has changed it since you opened it");
        press(page, "Dismiss");
        assertThat(page.getByText("Dismissed: it stands in no list and no report. Keeping")).isVisible();
        press(page, "Keep");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kept");
    }

    @Test
    void whatMayNotBeSeenIsInNoList() {
        CitedPassage hidden = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-FRA-001")).getFirst();
        Call call = house.getBean(Calls.class).current();
        long id = house.getBean(Examples.class).add(call, hidden.submission(), "secret register", Map.of(ExampleField.NAME, new Stated("secret register",
                List.of(hidden.passage().id()))), Outcome.NONE, false, new Actor("ruth")).orElseThrow();
        house.getBean(AccessRules.class).set(hidden.passage().id(), Access.RESTRICTED, Attribution.NAMED, "ruth");
        Page page = BROWSER.page(address, "anna", 1280);

        page.navigate(address + "/examples");
        assertThat(page.getByText("secret register")).hasCount(0);
        assertThat(page.getByText("border post gateway")).hasCount(0);
        assertThat(page.navigate(address + "/examples/" + id).status()).isEqualTo(404);
        assertThat(page.navigate(address + "/examples/new?passage=" + hidden.passage().id()).status()).isEqualTo(404);
    }

    private static void takeIn(String country, String text) throws IOException {
        Path file = Files.writeString(data.resolve(country + ".txt"), text);
        house.getBean(Intake.class).file(house.getBean(Calls.class).current(), file, country + "/paper.txt", Optional.of(new CountryCode(country)));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }
}
