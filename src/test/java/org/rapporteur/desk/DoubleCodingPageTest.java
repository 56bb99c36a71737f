package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
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
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rapporteur;
import org.rapporteur.Waiting;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A sample from drawing to settling, as the secretariat and two analysts do it in a real browser. */
@NeedsProgram("chromium")
class DoubleCodingPageTest {

    private static final String FUND = "The Ministry of Finance pays every agency a matching grant: for each won that the agency saves by closing a counter and moving "
            + "its service to the portal, the fund adds another won in the year after. Nine of the twelve agencies took part in the first two years.";
    private static final String STAFF = "Staff in the county offices were afraid of losing their posts when the first version was announced. The directors then worked at "
            + "the counter for a week each, listened to what people had to say, and took up most of it; after that the resistance faded.";

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
        house.getBean(Accounts.class).add("mary", new Password(Chromium.PASSWORD), Role.ANALYST);
        Path file = Files.writeString(data.resolve("paper.txt"), FUND + "\n\n" + STAFF);
        house.getBean(Intake.class).file(house.getBean(Calls.class).current(), file, "KOR/paper.txt", Optional.of(new CountryCode("KOR")));
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aSampleIsDrawnCodedByTwoComparedAndSettled() throws IOException {
        Page ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(address + "/call");
        ruth.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Double coding")).click();
        ruth.getByLabel("Name").fill("Spring");
        ruth.getByLabel("Passages").fill("5");
        ruth.getByLabel("First coder").selectOption("anna");
        ruth.getByLabel("Second coder").selectOption("anna");
        press(ruth, "Draw the sample");
        assertThat(ruth.getByRole(AriaRole.ALERT)).containsText("two different people");
        ruth.getByLabel("Name").fill("Spring");
        ruth.getByLabel("Passages").fill("5");
        ruth.getByLabel("First coder").selectOption("anna");
        ruth.getByLabel("Second coder").selectOption("mary");
        press(ruth, "Draw the sample");
        assertThat(ruth.getByRole(AriaRole.STATUS)).containsText("there are only 2 passages");
        Chromium.picture(ruth, "samples-1280");
        assertThat(Chromium.barriers(ruth)).isEmpty();

        Page anna = BROWSER.page(390, false);
        Chromium.logIn(anna, address, "anna", Chromium.PASSWORD);
        anna.navigate(address + "/samples");
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on coding Spring")).click();
        assertThat(anna.getByText("Both have to be done")).isVisible();
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Code passage 1")).click();
        press(anna, "Keep and go on");
        assertThat(anna.getByRole(AriaRole.ALERT)).containsText("please tick a code");
        while (anna.url().contains("/passages/")) {
            if (anna.locator("blockquote").textContent().contains("matching grant")) {
                anna.getByLabel("Conditional and matching grants", new Page.GetByLabelOptions().setExact(true)).check();
                anna.locator("#status-conditional-grants").selectOption("TRIAL");
                Chromium.picture(anna, "blind-390");
                assertThat((int) anna.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
                press(anna, "Keep and go on");
            } else {
                press(anna, "No code fits");
            }
        }
        assertThat(anna.getByText("You are done")).isVisible();

        Page mary = BROWSER.page(address, "mary", 1280);
        mary.navigate(address + "/samples/1/passages/1");
        Chromium.picture(mary, "blind-1280");
        assertThat(Chromium.barriers(mary)).isEmpty();
        while (mary.url().contains("/passages/")) {
            if (mary.locator("blockquote").textContent().contains("matching grant")) {
                mary.getByLabel("Conditional and matching grants", new Page.GetByLabelOptions().setExact(true)).check();
                mary.getByLabel("Outsourcing", new Page.GetByLabelOptions().setExact(true)).check();
                press(mary, "Keep and go on");
            } else {
                press(mary, "No code fits");
            }
        }
        assertThat(mary.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Conditional and matching grants"))).containsText("100 %");
        assertThat(mary.getByText("It is there")).hasCount(0);
        assertThat(mary.navigate(address + "/samples/1/passages/1").status()).isEqualTo(404);

        ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(address + "/samples/1");
        assertThat(ruth.getByText("2 of 2 still to be settled")).isVisible();
        Chromium.picture(ruth, "sample-1280");
        assertThat(Chromium.barriers(ruth)).isEmpty();
        Locator grants = ruth.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Conditional and matching grants: passage"));
        grants.getByLabel("Outcome").selectOption("SUCCESS");
        grants.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("is there")).first().click();
        assertThat(ruth.getByText("1 of 2 still to be settled")).isVisible();
        ruth.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Outsourcing is not there")).click();
        assertThat(ruth.getByText("All of it is settled")).isVisible();
        ruth.setViewportSize(390, 800);
        Chromium.picture(ruth, "sample-390");
        assertThat((int) ruth.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        assertThat(effective()).filteredOn(EffectiveCoding::confirmed).singleElement().satisfies(coding -> {
            assertThat(coding.code().value()).isEqualTo("conditional-grants");
            assertThat(coding.status().name()).isEqualTo("TRIAL");
            assertThat(coding.outcome().name()).isEqualTo("SUCCESS");
        });
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static List<EffectiveCoding> effective() {
        long extraction = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).getFirst().passage().extraction();
        return house.getBean(Coded.class).effective(List.of(extraction)).values().stream().flatMap(List::stream).toList();
    }
}
