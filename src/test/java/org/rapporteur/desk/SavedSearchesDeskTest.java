package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.account.Actor;
import org.rapporteur.call.Calls;
import org.rapporteur.letter.Letter;
import org.rapporteur.letter.LetterKind;
import org.rapporteur.letter.Letters;
import org.rapporteur.search.SavedSearches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches that are kept, what is told of them, and many at once. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class SavedSearchesDeskTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void aSearchIsKeptSharedFoundByAnotherRemovedAndBroughtBack(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/search?q=fund*&theme=incentives");
        page.getByText("Keep this search").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Funds & <b>more</b>");
        page.getByLabel("share it").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("“Funds & <b>more</b>” is kept.");
        Chromium.logIn(page = BROWSER.page(1280, true), desk.address(), "ruth", Chromium.PASSWORD);
        page.navigate(desk.address() + "/searches");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Funds & <b>more</b>")).click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("fund*");
        assertThat(page.locator("#theme-incentives")).isChecked();

        page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/searches");
        Chromium.picture(page, "searches-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "searches-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Funds")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Funds & <b>more</b>"))).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bring it back")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Funds & <b>more</b>"))).isVisible();
    }

    @Test
    void newPassagesAreToldOnceByMailWithoutTheirWords(OpenDesk desk) {
        long call = desk.part(Calls.class).current().id();
        long id = desk.part(SavedSearches.class).add(call, "Leaders", "q=leader*", false, new Actor("anna")).orElseThrow();
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/searches");
        page.getByLabel("Your mail address").fill("anna@desk.example");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep the address")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell me of new passages of Leaders")).click();
        // as though all but these were of a time before they arrived
        desk.part(JdbcClient.class).sql("DELETE FROM saved_search_known WHERE search_id = :id").param("id", id).update();
        desk.part(JdbcClient.class).sql("UPDATE saved_search SET told_at = NULL WHERE id = :id").param("id", id).update();
        page.reload();
        assertThat(page.locator(".fresh")).isVisible();

        desk.part(SearchAlerts.class).look();
        desk.part(SearchAlerts.class).look();

        List<Letter> digests = desk.part(Letters.class).latest(call, 50).stream().filter(letter -> letter.content().kind() == LetterKind.DIGEST).toList();
        assertThat(digests).singleElement().satisfies(letter -> {
            assertThat(letter.content().recipient()).isEqualTo("anna@desk.example");
            assertThat(letter.content().text()).contains("Leaders: ", "para. ", "/searches/" + id).doesNotContain("leadership was");
        });
        page.reload();
        assertThat(page.locator(".fresh")).hasCount(0);
    }

    @Test
    void aListOfQueriesBecomesATableOfQueriesAndCountries(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/searches/batch");
        page.getByLabel("Queries, one a line").fill("Funds,fund* OR fonds\ntheme:nothing\na,b,c\n\"open ( bracket\n=HYPERLINK(1)");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).last().click();

        Locator table = page.getByRole(AriaRole.TABLE);
        assertThat(table.getByRole(AriaRole.ROW)).hasCount(6);
        assertThat(table.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Funds"))).isVisible();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("One line could not be searched for");
        assertThat(table).containsText("It has 3 columns");
        Chromium.picture(page, "batch-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        Download download = page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("as CSV")).click());
        assertThat(Files.readAllLines(download.path())).hasSize(6).first().asString().startsWith("name,query,passages,remarks");
        assertThat(Files.readString(download.path())).contains("'=HYPERLINK");
        page.setViewportSize(390, 800);
        Chromium.picture(page, "batch-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }
}
