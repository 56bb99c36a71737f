package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
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
import org.rapporteur.account.Actor;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.DecisionKind;
import org.rapporteur.coding.Decisions;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.coding.NewDecision;
import org.rapporteur.coding.Outcome;
import org.rapporteur.coding.Status;
import org.rapporteur.country.CountryCode;
import org.rapporteur.intake.Intake;
import org.rapporteur.passage.AccessRules;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.OwnWords;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.Attribution;
import org.rapporteur.submission.SubmissionNumber;
import org.rapporteur.submission.WorkItems;
import org.rapporteur.submission.WorkKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What analysts decide on codes, in a real browser, with papers that were really read and coded. */
@NeedsProgram("chromium")
class CodesPageTest {

    private static final String FUND = "The Ministry of Finance pays every agency a matching grant: for each won that the agency saves by closing a counter and moving "
            + "its service to the portal, the fund adds another won in the year after. Nine of the twelve agencies took part in the first two years, and the "
            + "savings were higher than anybody had expected.";
    private static final String STAFF = "Staff in the county offices were afraid of losing their posts when the first version was announced. The directors then worked at "
            + "the counter for a week each, listened to what people had to say, and took up most of it; after that the resistance faded and the unions "
            + "signed the agreement.";

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
        for (String country : List.of("KOR", "FRA", "NOR", "SWE", "ISL")) {
            takeIn(country, "paper.txt", FUND, STAFF);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aProposalIsAcceptedInThePaperAndTakenBackAtThePassage() {
        CitedPassage passage = passage("KOR");
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/papers/MCH-2004-KOR-001");
        Locator article = page.locator("#p" + passage.passage().id());
        Locator accept = article.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Accept")).first();
        Chromium.picture(page, "paper-proposals-1280");
        String code = accept.getAttribute("aria-label").replace("Accept ", "");
        accept.click();

        assertThat(article.locator(".confirmed")).containsText(code);
        assertThat(page).hasURL(address + "/papers/MCH-2004-KOR-001");
        assertThat(effective(passage)).filteredOn(EffectiveCoding::confirmed).hasSize(1);

        article.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Codes of")).click();
        assertThat(page.getByText("Decided by anna")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back the decision on " + code)).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Taken back");
        assertThat(effective(passage)).noneMatch(EffectiveCoding::confirmed).isNotEmpty();
    }

    @Test
    void withoutJavaScriptACodeIsRejectedAndAddedToAStretchOfThePassage() throws IOException {
        CitedPassage passage = passage("FRA");
        int before = effective(passage).size();
        Page page = BROWSER.page(390, false);
        Chromium.logIn(page, address, "anna", Chromium.PASSWORD);
        page.navigate(address + "/papers/MCH-2004-FRA-001");
        page.locator("#p" + passage.passage().id()).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject")).first().click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rejected: ");
        assertThat(effective(passage)).hasSize(before - 1);

        page.navigate(address + "/passages/" + passage.passage().id() + "/codes");
        assertThat(page.getByText("Rejected by anna")).isVisible();
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).selectOption("outsourcing");
        page.locator("#status").selectOption("TRIAL");
        page.getByLabel("Only these words").fill("nobody said this");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the code")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not say “nobody said this”");

        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).selectOption("outsourcing");
        page.locator("#status").selectOption("TRIAL");
        page.getByLabel("Only these words").fill("matching grant");
        page.getByLabel("Memo").fill("Half is meant.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the code")).click();

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Half is meant.");
        Chromium.picture(page, "codes-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(effective(passage)).filteredOn(coding -> coding.code().value().equals("outsourcing")).singleElement()
                .satisfies(coding -> assertThat(passage.passage().text().substring(coding.start(), coding.end())).isEqualTo("matching grant"))
                .satisfies(coding -> assertThat(coding.status()).isEqualTo(Status.TRIAL));
    }

    @Test
    void whatARevisionNoLongerSaysGoesOnWithItsNewWordsOrEnds() throws IOException, InterruptedException {
        CitedPassage fund = passage("NOR");
        CitedPassage staff = house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-NOR-001")).getLast();
        decide(fund, "outsourcing");
        decide(staff, "outsourcing");
        takeIn("NOR", "revised.txt", FUND.replace("Nine of the twelve", "Ten of the twelve"));
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/papers/MCH-2004-NOR-001");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2 decisions on codes")).click();
        Chromium.picture(page, "lost-1280");
        assertThat(page.getByText("Nothing in the paper resembles it now.")).hasCount(1);
        assertThat(Chromium.barriers(page)).isEmpty();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("holds for the new words")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It holds for the new words.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("end it")).click();

        assertThat(page.getByText("None: every decision on a code stands")).isVisible();
        assertThat(effective(passage("NOR"))).filteredOn(EffectiveCoding::confirmed).singleElement()
                .satisfies(coding -> assertThat(coding.code().value()).isEqualTo("outsourcing"));
    }

    @Test
    void thePageOfAPassageHasNoBarriers() throws IOException {
        CitedPassage passage = passage("SWE");
        decide(passage, "outsourcing");
        house.getBean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId("leadership"), DecisionKind.REJECT, Status.IN_PLACE,
                Outcome.NONE, null, "Named only as office holder."), new Actor("anna"));
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/passages/" + passage.passage().id() + "/codes");
        Chromium.picture(page, "codes-1280");

        assertThat(Chromium.barriers(page)).isEmpty();
        page.navigate(address + "/papers/MCH-2004-SWE-001");
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    @Test
    void whatPeopleThinkOfACueIsShown() throws IOException {
        CitedPassage passage = passage("ISL");
        house.getBean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId("conditional-grants"), DecisionKind.ACCEPT, Status.IN_PLACE,
                Outcome.SUCCESS, null, ""), new Actor("anna")).orElseThrow();
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/call");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What people think of the cues")).click();

        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("matching (grant|fund)"))).containsText("Conditional and matching grants");
        Chromium.picture(page, "cues-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
    }

    @Test
    void theSecretariatLetsTheModelLearnFromDecisionsAndAnalystsSeeHowWellItDoes() {
        decide(passage("SWE"), "outsourcing");
        Page analyst = BROWSER.page(address, "anna", 390);
        analyst.navigate(address + "/cues");
        assertThat(analyst.getByText("Let it learn now")).hasCount(0);
        assertThat(analyst.getByText("learns by itself after 50")).isVisible();
        assertThat((int) analyst.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        Page page = BROWSER.page(address, "ruth", 1280);
        page.navigate(address + "/cues");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let it learn now")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The model is learning");
        assertThat(page.getByText("0 decisions have been made or taken back since")).isVisible();
        Chromium.picture(page, "learning-1280");
    }

    @Test
    void whatOtherPapersSayTooIsMarkedAndAPersonDeclaresItTheCountrysOwn() throws IOException {
        house.getBean(OwnWords.class).refresh(house.getBean(Calls.class).current());
        CitedPassage passage = passage("SWE");
        Page page = BROWSER.page(390, false);
        Chromium.logIn(page, address, "anna", Chromium.PASSWORD);
        page.navigate(address + "/papers/MCH-2004-SWE-001");
        Locator article = page.locator("#p" + passage.passage().id());
        assertThat(article).containsText("also stands in the papers of");
        assertThat(article).containsText("Nothing is counted on those words");
        Chromium.picture(page, "borrowed-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        article.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("is the country's own")).click();

        assertThat(article).containsText("anna said that it is the country's own");
        assertThat(house.getBean(OwnWords.class).noEvidence(house.getBean(Calls.class).current())).doesNotContain(passage.passage().id());
        article.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back that")).click();
        assertThat(article).containsText("Nothing is counted on those words");

        Page wide = BROWSER.page(address, "anna", 1280);
        wide.navigate(address + "/papers/MCH-2004-SWE-001");
        Chromium.picture(wide, "borrowed-1280");
        assertThat(Chromium.barriers(wide)).isEmpty();
    }

    @Test
    void itIsToldWhyAPassageIsCodedSo() throws IOException {
        CitedPassage passage = passage("SWE");
        Page page = BROWSER.page(address, "anna", 1280);
        page.navigate(address + "/passages/" + passage.passage().id() + "/codes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Why the machine codes it so")).click();

        assertThat(page.locator("mark").first()).hasText("matching grant");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The model"))).containsText("Incentives");
        Chromium.picture(page, "why-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "why-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void whatMayNotBeSeenMayNotBeDecidedOn() {
        CitedPassage hidden = passage("ISL");
        house.getBean(AccessRules.class).set(hidden.passage().id(), Access.RESTRICTED, Attribution.NAMED, "ruth");
        Page page = BROWSER.page(address, "anna", 1280);

        assertThat(page.navigate(address + "/passages/" + hidden.passage().id() + "/codes").status()).isEqualTo(404);
        page.navigate(address + "/passages/" + passage("SWE").passage().id() + "/codes");
        String token = page.locator("input[name=_csrf]").first().inputValue();
        assertThat(BROWSER.session().request().post(address + "/passages/" + hidden.passage().id() + "/codes", RequestOptions
                .create().setForm(FormData.create().set("_csrf", token).set("kind", "ADD").set("code", "outsourcing"))).status())
                .isEqualTo(404);
    }

    private static void decide(CitedPassage passage, String code) {
        house.getBean(Decisions.class).decide(new NewDecision(passage.passage().id(), new CodeId(code), DecisionKind.ADD, Status.IN_PLACE, Outcome.NONE, null, ""),
                new Actor("anna")).orElseThrow();
    }

    private static List<EffectiveCoding> effective(CitedPassage passage) {
        return house.getBean(Coded.class).effective(List.of(passage.passage().extraction())).getOrDefault(passage.passage().id(), List.of());
    }

    /** The first passage of the paper of a country. */
    private static CitedPassage passage(String country) {
        return house.getBean(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-%s-001".formatted(country))).getFirst();
    }

    private static void takeIn(String country, String name, String... paragraphs) throws IOException, InterruptedException {
        Path file = Files.writeString(data.resolve(country + name), country + " " + String.join("\n\n", paragraphs));
        house.getBean(Intake.class).file(house.getBean(Calls.class).current(), file, country + "/" + name, Optional.of(new CountryCode(country)));
        Waiting.until(() -> house.getBean(WorkItems.class).unfinished(WorkKind.DELIVERY) == 0);
    }
}
