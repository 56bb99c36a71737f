package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.Actor;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.country.CountryCode;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.LetterState;
import org.rapporteur.letter.Letters;
import org.rapporteur.letter.NewLetter;
import org.rapporteur.letter.Outbox;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The letters in a real browser, as the secretariat works with them. Nothing leaves the house: its doors are shut. */
@NeedsProgram("chromium")
class LettersPageTest {

    private static final String TEXT = "Dear colleague,\n\nThank you for your paper.\n";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext house;
    private static String address;
    private static int written;
    @BeforeAll
    static void open() {
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--server.port=0");
        address = Chromium.address(house);
        Chromium.addPeople(house, Role.SECRETARIAT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aLetterIsReadAndApproved() {
        Letter letter = write(null);
        Page page = page(1280, "ruth");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Letters")).click();
        Chromium.picture(page, "letters-1280");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(letter.content().subject())).click();

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("paper@kor.example");
        assertThat(page.locator(".letter")).containsText("Thank you for your paper.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve and send")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The letter is on its way.");
        assertThat(state(letter)).isEqualTo(LetterState.TO_SEND);
        assertThat(house.getBean(AuditTrail.class).latest(1)).extracting(AuditEntry::act, entry -> entry.actor().name())
                .containsExactly(tuple("letter-approved", "ruth"));
    }

    @Test
    void whatWasNotFoundIsSentOnlyWhenAPersonConfirmsIt() {
        Letter letter = write(new NewLetter.Choice(TEXT + "\nWe did not find a part on:\n\n- incentives\n", "<p>With what was not found</p>"));
        Page page = page(390, "ruth");
        page.navigate(address + "/letters/" + letter.id());

        assertThat(page.locator(".letter")).containsText("We did not find a part on");
        Chromium.picture(page, "letter-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm what was not found, and send")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
        assertThat(house.getBean(Letters.class).get(letter.id()).content().text()).contains("We did not find");
    }

    @Test
    void withoutConfirmationItIsSentWithoutIt() {
        Letter letter = write(new NewLetter.Choice(TEXT + "\nWe did not find a part on:\n", "<p>With</p>"));
        Page page = page(1280, "ruth");
        page.navigate(address + "/letters/" + letter.id());
        Chromium.picture(page, "letter-1280");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send without it")).click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
        assertThat(house.getBean(Letters.class).get(letter.id()).content().text()).doesNotContain("We did not find");
    }

    @Test
    void whoComesSecondIsToldThatNothingChanged() {
        Letter letter = write(null);
        Page page = page(1280, "ruth");
        page.navigate(address + "/letters/" + letter.id());
        house.getBean(Outbox.class).withdraw(letter.id(), new Actor("paul"));

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve and send")).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was changed");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("withdrawn by paul");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("once more");
        assertThat(state(letter)).isEqualTo(LetterState.TO_SEND);
    }

    @Test
    void aLetterThatCameBackIsShownAtTheCountry() {
        Letter letter = write(null);
        house.getBean(Letters.class).sent(letter.id());
        house.getBean(Letters.class).bounced(letter.id(), "The mail server said: 5.1.1 no such user");
        Page page = page(1280, "ruth");
        page.navigate(address + "/call");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("a letter came back")).click();

        assertThat(page.getByRole(AriaRole.MAIN)).containsText("5.1.1 no such user");
    }

    @Test
    void theLetterAsAPageRunsNothing() {
        Letter letter = house.getBean(Outbox.class).write(new NewLetter(call(), LetterKind.QUESTION, "hostile", null, new CountryCode("KOR"),
                "paper@kor.example", Locale.ENGLISH, "Hostile", "Text", "<p id=p>Text</p><script>document.title = 'run'</script>")).orElseThrow();
        Page page = page(1280, "ruth");

        Response response = page.navigate(address + "/letters/" + letter.id() + "/page");

        assertThat(response.headerValue("content-security-policy")).startsWith("sandbox");
        assertThat(page.title()).isNotEqualTo("run");
    }

    @Test
    void anAnalystSeesNoLetters() {
        Letter letter = write(null);
        Page page = page(1280, "anna");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Letters"))).hasCount(0);
        assertThat(page.navigate(address + "/letters").status()).isEqualTo(403);
        assertThat(page.navigate(address + "/letters/" + letter.id() + "/page").status()).isEqualTo(403);
    }

    private static Letter write(NewLetter.Choice choice) {
        return house.getBean(Outbox.class).write(new NewLetter(call(), LetterKind.QUESTION, "question " + ++written, null, new CountryCode("KOR"),
                "paper@kor.example", Locale.ENGLISH, "Received and read: no. " + written, TEXT, "<p>Thank you for your paper.</p>", choice)).orElseThrow();
    }

    private static LetterState state(Letter letter) {
        return house.getBean(Letters.class).get(letter.id()).state();
    }

    private static long call() {
        return house.getBean(Calls.class).current().id();
    }

    private static Page page(int width, String name) {
        return BROWSER.page(address, name, width);
    }
}
