package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;

/** The work of coding: proposals one after the other, and papers that are given to people. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class WorkDeskTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void proposalsAreDecidedOneAfterTheOtherByKeysAndTakenBack(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "ruth", 1280);
        page.navigate(desk.address() + "/queue?theme=partnership&country=FRA");
        String first = shown(page);
        Chromium.picture(page, "queue-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        assertThat(page.locator("article.proposal")).isFocused();

        page.keyboard().press("s");
        page.waitForURL("**after=**");
        String second = shown(page);
        assertThat(second).isNotEqualTo(first);
        assertThat(page.locator("article.proposal")).isFocused();
        page.keyboard().press("r");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rejected: ");
        assertThat(shown(page)).isNotEqualTo(second);
        assertThat(page.locator("article.proposal")).isFocused();
        page.keyboard().press("u");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Taken back.");

        assertThat(shown(page)).isEqualTo(second);
        page.setViewportSize(390, 800);
        Chromium.picture(page, "queue-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void withoutJavaScriptAProposalIsDecidedAndTakenBack(OpenDesk desk) {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/queue?theme=commitment&country=FRA&after=nonsense");
        String first = shown(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept")).click();
        assertThat(shown(page)).isNotEqualTo(first);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back")).click();
        assertThat(shown(page)).isEqualTo(first);
    }

    @Test
    void aPartOfAPaperIsGivenDoneAndTakenBack(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "ruth", Chromium.PASSWORD);
        page.navigate(desk.address() + "/work");
        page.getByLabel("Paper", new Page.GetByLabelOptions().setExact(true)).selectOption("MCH-2004-KOR-001");
        press(page, "Go on");
        page.getByLabel("Part", new Page.GetByLabelOptions().setExact(true)).selectOption("Incentives for change");
        page.getByLabel("Person", new Page.GetByLabelOptions().setExact(true)).selectOption("anna");
        page.getByLabel("By", new Page.GetByLabelOptions().setExact(true)).fill("2004-06-15");
        page.getByLabel("What to look at").fill("The money & <b>who</b> pays it");
        press(page, "Give it");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is given to anna.");

        page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/work");
        assertThat(page.getByText("The money & <b>who</b> pays it")).isVisible();
        assertThat(page.getByText("due 2004-06-15")).isVisible();
        Chromium.picture(page, "work-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "work-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        press(page, "Done: MCH-2004-KOR-001");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done. Thank you.");
        press(page, "Take back: MCH-2004-KOR-001");
        assertThat(page.getByText("The money & <b>who</b> pays it")).hasCount(0);
    }

    private static String shown(Page page) {
        return page.locator("article.proposal").getAttribute("aria-label") + page.locator("article.proposal h2").textContent();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }
}
