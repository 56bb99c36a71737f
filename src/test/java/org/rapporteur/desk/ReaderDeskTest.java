package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.coding.Coded;
import org.rapporteur.coding.EffectiveCoding;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.SubmissionNumber;

/** A paper as an analyst reads it: from match to match, by keys, with codes put on marked words, and with its pages beside it. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class ReaderDeskTest {

    private static final String KOREA = "MCH-2004-KOR-001";

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void aSearchLeadsIntoThePaperAndOnFromMatchToMatch(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/search?q=ministr*&country=KOR&sort=place");
        page.locator("article.found h2 a").first().click();

        assertThat(page.url()).contains("q=ministr");
        assertThat(page.getByText("passages match.")).isVisible();
        assertThat(page.locator("article.passage mark").first()).containsText("inistr");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next match, from")).first().click();
        assertThat(page.locator("article.passage:target .hits-nav")).containsText("Match 2 of");

        page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/papers/" + KOREA + "?q=ministr*");
        Chromium.picture(page, "reader-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.locator("article.passage:has(.nexthit)").first().focus();
        page.keyboard().press("n");
        assertThat(page.locator("article.passage:target .hits-nav")).containsText("Match 2 of");
        assertThat(page.locator("article.passage:target")).isFocused();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "reader-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void aProposalIsRejectedAndTheRejectionTakenBackByKeys(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/papers/MCH-2004-NOR-001");
        String id = page.locator("article.passage:has(button[value=REJECT])").last().getAttribute("id");
        Locator passage = page.locator("#" + id);
        int proposals = passage.locator("button[value=REJECT]").count();
        passage.focus();

        page.keyboard().press("r");
        assertThat(passage.locator(".rejected li")).hasCount(1);
        assertThat(passage.locator("button[value=REJECT]")).hasCount(proposals - 1);
        assertThat(passage).isFocused();
        page.keyboard().press("u");

        assertThat(passage.locator(".rejected li")).hasCount(0);
        assertThat(passage.locator("button[value=REJECT]")).hasCount(proposals);
        page.keyboard().press("k");
        assertThat(passage).not().isFocused();
    }

    @Test
    void markedWordsAreCodedWhereTheyStand(OpenDesk desk) throws IOException {
        CitedPassage last = desk.part(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-FRA-001")).getLast();
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/papers/MCH-2004-FRA-001");
        String words = (String) page.evaluate("""
                id => {
                  const text = document.querySelector('#p' + id + ' .text');
                  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                  const node = walker.nextNode();
                  const range = document.createRange();
                  range.setStart(node, 5);
                  range.setEnd(node, 25);
                  document.getSelection().removeAllRanges();
                  document.getSelection().addRange(range);
                  return range.toString();
                }""", String.valueOf(last.passage().id()));
        assertThat(page.locator("#selection")).isVisible();
        assertThat(Chromium.barriers(page)).isEmpty();
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).selectOption("outsourcing");
        Chromium.picture(page, "reader-selection-1280");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Code these words")).click();

        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Added: Outsourcing");
        List<EffectiveCoding> codings = desk.part(Coded.class).effective(List.of(last.passage().extraction())).get(last.passage().id());
        assertThat(codings).filteredOn(EffectiveCoding::confirmed).singleElement()
                .satisfies(one -> assertThat(last.passage().text().substring(one.start(), one.end())).isEqualTo(words.strip()));
    }

    @Test
    void somebodySaysToHaveReadItAndTakesTheOriginalAlongButNotWhatIsNotOpen(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(1280, false);
        Chromium.logIn(page, desk.address(), "anna", Chromium.PASSWORD);
        page.navigate(desk.address() + "/papers/" + KOREA);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read by me")).click();
        assertThat(page.getByText("Read by anna.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have not read it after all")).click();
        assertThat(page.getByText("Nobody has said to have read it.")).isVisible();

        String file = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save ")).first().getAttribute("href");
        APIResponse saved = BROWSER.session().request().get(desk.address() + file);
        assertThat(saved.headers().get("content-disposition")).startsWith("attachment");
        assertThat(saved.headers()).containsEntry("x-content-type-options", "nosniff").containsEntry("content-type", "application/octet-stream");
        assertThat(new String(saved.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        assertThat(BROWSER.session().request().get(desk.address() + file.replaceAll("\\d+$", "1")).status()).isEqualTo(404);

        page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/papers/" + KOREA);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pages of ")).first().click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat((boolean) page.evaluate("Array.from(document.images).every(one => one.complete && one.naturalWidth > 500)")).isTrue();
        Chromium.picture(page, "page-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "page-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(page.navigate(page.url().replaceAll("\\d+$", "999")).status()).isEqualTo(404);
    }
}
