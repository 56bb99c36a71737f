package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.Waiting;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.search.IndexChanges;
import org.rapporteur.submission.Access;
import org.rapporteur.submission.SubmissionNumber;

/** The secretariat says who may see what; an analyst sees neither it nor any trace of it. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class AccessPageTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void aPassageIsRestrictedAndOpenedAgain(OpenDesk desk) throws IOException, InterruptedException {
        CitedPassage last = desk.part(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-NOR-001")).getLast();
        String words = last.passage().text().replaceAll("^\\d+\\.\\s*", "").replaceFirst("^((?:\\S+\\s+){6}).*", "$1").replaceAll("[^\\p{L} ]", " ").strip();
        String search = desk.address() + "/search?q=" + URLEncoder.encode("\"" + words + "\"", StandardCharsets.UTF_8);
        Page page = BROWSER.page(desk.address(), "ruth", 1280);
        page.navigate(desk.address() + "/passages/" + last.passage().id() + "/codes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who may see it")).click();
        page.getByLabel("Who may see this passage").selectOption("RESTRICTED");
        press(page, "Keep for this passage");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("restricted: seen by the secretariat alone");
        Chromium.picture(page, "access-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "access-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        waitForTheIndex(desk);
        page.navigate(search);
        assertThat(page.locator("article.found .restricted")).hasCount(1);
        Page anna = BROWSER.page(desk.address(), "anna", 1280);
        anna.navigate(search);
        assertThat(anna.getByText("No passage matches.")).isVisible();
        assertThat(anna.navigate(desk.address() + "/papers/MCH-2004-NOR-001/access").status()).isEqualTo(403);

        page = BROWSER.page(desk.address(), "ruth", 1280);
        page.navigate(desk.address() + "/papers/MCH-2004-NOR-001/access");
        press(page, "Take the rule back for");
        assertThat(page.getByText("None. A passage gets one")).isVisible();
        waitForTheIndex(desk);
        assertThat(desk.part(Passages.class).find(last.passage().id()).orElseThrow().access()).isEqualTo(Access.PUBLIC);
    }

    @Test
    void aPaperIsRestrictedAsAWholeAndOpenedAgain(OpenDesk desk) throws InterruptedException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "ruth", Chromium.PASSWORD);
        page.navigate(desk.address() + "/papers/MCH-2004-FRA-001/access");
        page.getByLabel("Who may see the paper").selectOption("RESTRICTED");
        press(page, "Keep for the paper");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kept for the whole paper");
        waitForTheIndex(desk);
        Page anna = BROWSER.page(desk.address(), "anna", 1280);
        assertThat(anna.navigate(desk.address() + "/papers/MCH-2004-FRA-001").status()).isEqualTo(404);
        anna.navigate(desk.address() + "/search?q=fonds");
        assertThat(anna.getByText("No passage matches.")).isVisible();

        page = BROWSER.page(desk.address(), "ruth", 1280);
        page.navigate(desk.address() + "/papers/MCH-2004-FRA-001/access");
        page.getByLabel("Who may see the paper").selectOption("PUBLIC");
        press(page, "Keep for the paper");
        waitForTheIndex(desk);
        assertThat(desk.part(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-FRA-001")).getFirst().access()).isEqualTo(Access.PUBLIC);
    }

    @Test
    void whoseAccountIsClosedIsOutWithTheNextClick(OpenDesk desk) {
        desk.part(Accounts.class).add("carl", new Password(Chromium.PASSWORD), Role.ANALYST);
        Page carl = BROWSER.page(desk.address(), "carl", 1280);
        assertThat(carl.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("carl"))).isVisible();
        try (BrowserContext other = carl.context().browser().newContext()) {
            Page adam = other.newPage();
            Chromium.logIn(adam, desk.address(), "adam", Chromium.PASSWORD);
            adam.navigate(desk.address() + "/accounts");
            adam.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("carl")).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
            assertThat(adam.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("carl"))).containsText("closed");
        }

        carl.navigate(desk.address() + "/call");

        assertThat(carl).hasTitle("Log in – Rapporteur");
    }

    private static void waitForTheIndex(OpenDesk desk) throws InterruptedException {
        Waiting.until(() -> desk.part(IndexChanges.class).pending(1).isEmpty());
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }
}
