package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.coding.CodeId;
import org.rapporteur.country.CountryCode;
import org.rapporteur.synthesis.CellNotes;

/** The matrix and what is reached from it. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class MatrixDeskTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void aCellLeadsToItsPassagesAndTakesANoteThatAnotherConfirms(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/matrix?by=question");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Korea, Central funding")).click();
        page.getByLabel("In at most 25 words").fill("word ".repeat(26));
        page.getByLabel("the note rests on").first().check();
        press(page, "Keep the note");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most 25 words");
        assertThat(page.getByLabel("In at most 25 words")).hasValue("word ".repeat(26));

        page.getByLabel("In at most 25 words").fill("A central fund pays once redesign is approved <i>.");
        press(page, "Keep the note");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The note is kept.");
        page = BROWSER.page(desk.address(), "ruth", 1280);
        page.navigate(desk.address() + "/matrix/incentives-funding/KOR");
        Chromium.picture(page, "cell-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        press(page, "I confirm the note");

        page.navigate(desk.address() + "/matrix?by=question");
        assertThat(page.getByText("A central fund pays once redesign is approved <i>.")).isVisible();
        assertThat(page.getByText("Confirmed by ruth")).isVisible();
        look(page, "matrix-questions");
        page.navigate(desk.address() + "/countries/KOR");
        look(page, "country");
    }

    @Test
    void whatIsEmptySaysWhy(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/matrix");
        assertThat(page.getByText("No mark does not mean no practice")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Australia, Incentives: no paper"))).isVisible();
        look(page, "matrix");
        page.navigate(desk.address() + "/matrix?by=question");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("not asked")).first().click();

        assertThat(page.getByText("the guidelines did not ask about it")).isVisible();
        assertThat(page.getByText("terms were searched")).isVisible();
        look(page, "cell-empty");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotOverwritten(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/matrix/commitment/NOR");
        long passage = Long.parseLong(page.getByLabel("the note rests on").first().inputValue());
        desk.part(CellNotes.class).write(desk.part(Calls.class).current().id(), new CodeId("commitment"), new CountryCode("NOR"), "Ruth was here.", List.of(passage), 0,
                new Actor("ruth"));

        page.getByLabel("In at most 25 words").fill("Anna was here.");
        page.getByLabel("the note rests on").first().check();
        press(page, "Keep the note");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("ruth wrote meanwhile: “Ruth was here.”");
        assertThat(page.getByLabel("In at most 25 words")).hasValue("Anna was here.");
    }

    @Test
    void countriesStandSideBySide(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/compare");
        page.getByLabel("On", new Page.GetByLabelOptions().setExact(true)).selectOption("incentives-funding");
        for (String country : List.of("Korea", "Norway", "France")) {
            page.getByLabel(country, new Page.GetByLabelOptions().setExact(true)).check();
        }
        press(page, "Compare");

        assertThat(page.locator(".beside > section")).hasCount(3);
        assertThat(page.locator(".beside > section").first().locator("article").first()).isVisible();
        page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/compare?row=incentives-funding&country=KOR&country=NOR&country=FRA");
        look(page, "compare");
        page.navigate(desk.address() + "/compare?country=KOR");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("choose a second one");
    }

    @Test
    void chartsArePicturesWithTheirNumbers(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/charts");

        assertThat(page.locator("img.chart")).hasCount(4);
        assertThat((boolean) page.evaluate("Array.from(document.images).every(one => one.complete && one.naturalWidth > 100)")).isTrue();
        page.getByText("The numbers").first().click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Korea"))).isVisible();
        look(page, "charts");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private static void look(Page page, String name) throws IOException {
        page.setViewportSize(1280, 800);
        Chromium.picture(page, name + "-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, name + "-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.setViewportSize(1280, 800);
    }
}
