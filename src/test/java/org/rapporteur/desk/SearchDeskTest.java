package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;

/** What an analyst does with a search: narrows it, groups it, goes through it by keys, takes a passage along. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class SearchDeskTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void passagesAreGroupedByPaperOnWish(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/search?q=the");
        page.getByLabel("group by paper").check();

        assertThat(page.locator(".of-paper").first()).isVisible();
        assertThat(page.locator(".lead")).containsText("papers");
        assertThat(page.url()).contains("group=paper");
        assertThat(page.locator(".of-paper").first().locator("article").count()).isLessThanOrEqualTo(SearchForm.OF_A_PAPER);
        Chromium.picture(page, "search-by-paper-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "search-by-paper-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("passages of this paper")).first().click();
        assertThat(page.locator(".of-paper")).hasCount(0);
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(Pattern.compile("the submission:MCH-2004-[A-Z]{3}-001"));
    }

    @Test
    void aLockedChoiceStaysWhenTheSearchIsBegunAgain(OpenDesk desk) {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/search?q=fund&country=KOR&figure=yes&lock=country");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start again")).click();

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("");
        assertThat(page.locator("#country-KOR")).isChecked();
        assertThat(page.locator("#figure-yes")).not().isChecked();
    }

    @Test
    void aPassageIsCopiedWithItsCitationByOneKey(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        BROWSER.session().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(desk.address() + "/search?q=fund*");
        Locator second = page.locator("article.found").nth(1);
        page.locator("article.found").first().focus();

        page.keyboard().press("j");
        page.keyboard().press("c");

        assertThat(second).isFocused();
        assertThat(second.getByRole(AriaRole.STATUS)).hasText("Copied with its citation.");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied).startsWith("“").contains(second.getAttribute("aria-label"), "MCH-2004-").endsWith(")");
    }

    @Test
    void figuresSessionsCodersAndTheStateOfPapersNarrowASearch(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/search?figure=yes&coder=machine&paper-state=in-time&session=1");

        assertThat(page.locator("article.found").first()).isVisible();
        assertThat(page.locator("article.found").first().locator(".labels")).containsText("Incentives");
        assertThat(page.locator("summary", new Page.LocatorOptions().setHasText("Session (1 chosen)"))).isVisible();
        Chromium.picture(page, "search-narrowed-1280");
    }

    @Test
    void aQuestionIsAnsweredByPassagesThatHaveSomeOfItsWordsAndThePageSaysSo(OpenDesk desk) {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/search?q=Which+ministries+publish+a+yearly+unicorn+ranking%3F");

        assertThat(page.getByText("No passage has all of these words; these have some of them")).isVisible();
        assertThat(page.locator("article.found").first()).hasAttribute("aria-label", "Korea, para. 8");
        page.navigate(desk.address() + "/search?q=ministries+unicorn&alone=true");
        assertThat(page.getByText("No passage matches.")).isVisible();
    }

    @Test
    void whatWasFoundIsTakenAlongAsBookTableBibliographyAndProject(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/search?q=fund*&country=KOR&country=NOR");
        Path book = save(page, "DOCX");
        Files.createDirectories(Path.of("target/screenshots"));
        Files.copy(book, Path.of("target/screenshots/excerpts.docx"), StandardCopyOption.REPLACE_EXISTING);

        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(book))) {
            String text = document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            assertThat(text).contains("Searched for\tfund*, country:KOR OR country:NOR", "2 passages of 2 papers", "Korea, para. 7", "A central fund of 120 billion won",
                    "Norway, para. 8", "on the desk. Codes: ");
        }
        assertThat(Files.readString(save(page, "BibTeX"))).contains("@techreport{MCH-2004-KOR-001", "@techreport{MCH-2004-NOR-001").doesNotContain("FRA");
        assertThat(Files.readString(save(page, "CSL-JSON"))).contains("MCH-2004-KOR-001").doesNotContain("FRA");
        assertThat(Files.readAllLines(save(page, "CSV"))).hasSize(3);
        try (ZipFile project = new ZipFile(save(page, "REFI-QDA").toFile())) {
            assertThat(project.stream().map(ZipEntry::getName)).contains("project.qde").filteredOn(name -> name.endsWith(".txt")).hasSize(2);
        }
    }

    private static Path save(Page page, String link) {
        return page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click()).path();
    }
}
