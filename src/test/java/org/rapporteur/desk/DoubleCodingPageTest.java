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
import java.util.Set;
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
import org.rapporteur.account.Actor;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.call.Call;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.BlindCode;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Sample;
import org.rapporteur.coding.SamplePlan;
import org.rapporteur.coding.Samples;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.CitedPassage;
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
        house.getBean(Accounts.class).add("paul", new Password(Chromium.PASSWORD), Role.SECRETARIAT);
        house.getBean(Accounts.class).add("nina", new Password(Chromium.PASSWORD), Role.ANALYST);
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
        String spring = address + ruth.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Spring").setExact(true)).getAttribute("href");
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
        mary.navigate(spring + "/passages/1");
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
        assertThat(mary.navigate(spring + "/passages/1").status()).isEqualTo(404);

        ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(spring);
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

    @Test
    void aSampleIsEndedAndSettledBySomebodyWhoDidNotCodeIt() {
        Call call = house.getBean(Calls.class).current();
        Samples samples = house.getBean(Samples.class);
        List<CitedPassage> both = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001"));
        Sample autumn = samples.draw(call, new SamplePlan("Autumn", 2, 0, "s", new Actor("paul"), new Actor("nina")), both, Set.of(), new Actor("ruth")).orElseThrow();
        samples.code(call, autumn.id(), 1, List.of(new BlindCode(new CodeId("outsourcing"), Status.TRIAL, Outcome.NONE)), new Actor("paul"));
        samples.code(call, autumn.id(), 2, List.of(), new Actor("paul"));
        Page nina = BROWSER.page(address, "nina", 1280);
        nina.navigate(address + "/samples/" + autumn.id() + "/passages/1");
        nina.getByLabel("Outsourcing", new Page.GetByLabelOptions().setExact(true)).check();
        press(nina, "No code fits");
        assertThat(nina.getByRole(AriaRole.ALERT)).containsText("ticked a code and said that none fits");
        press(nina, "No code fits");

        Page ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(address + "/samples/" + autumn.id());
        press(ruth, "End it now");
        assertThat(ruth.getByText("1 of 2 passages were coded by both")).isVisible();
        assertThat(samples.code(call, autumn.id(), 2, List.of(), new Actor("nina"))).isFalse();
        Page paul = BROWSER.page(address, "paul", 1280);
        paul.navigate(address + "/samples/" + autumn.id());
        assertThat(paul.getByText("You coded this sample yourself")).isVisible();
        assertThat(paul.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("is not there"))).hasCount(0);
        ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(address + "/samples/" + autumn.id());
        press(ruth, "Outsourcing is not there");
        assertThat(ruth.getByText("All of it is settled")).isVisible();
    }

    @Test
    void whatSomebodyDecidedBeforeIsNotOverwrittenByWhatBothSayAlike() {
        Call call = house.getBean(Calls.class).current();
        Samples samples = house.getBean(Samples.class);
        List<CitedPassage> both = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001"));
        CodeId law = new CodeId("mandate-by-law");
        Sample winter = samples.draw(call, new SamplePlan("Winter", 1, 0, "w", new Actor("paul"), new Actor("nina")), both, Set.of(), new Actor("ruth")).orElseThrow();
        long passage = winter.passages().get(1);
        house.getBean(Decisions.class).decide(new NewDecision(passage, law, DecisionKind.REJECT, Status.IN_PLACE, Outcome.NONE, null, ""), new Actor("carl"));
        List<BlindCode> said = List.of(new BlindCode(law, Status.IN_PLACE, Outcome.NONE));
        samples.code(call, winter.id(), 1, said, new Actor("paul"));
        samples.code(call, winter.id(), 1, said, new Actor("nina"));

        Page ruth = BROWSER.page(address, "ruth", 1280);
        ruth.navigate(address + "/samples/" + winter.id());

        assertThat(ruth.getByText("1 of 1 still to be settled")).isVisible();
        assertThat(ruth.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("count"))).hasCount(0);
        assertThat(effective()).filteredOn(one -> one.code().equals(law) && one.confirmed()).isEmpty();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static List<EffectiveCoding> effective() {
        long extraction = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).getFirst().passage().extraction();
        return house.getBean(Coded.class).effective(List.of(extraction)).values().stream().flatMap(List::stream).toList();
    }
}
