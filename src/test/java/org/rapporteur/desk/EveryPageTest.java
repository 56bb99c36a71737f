package org.rapporteur.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.call.Calls;
import org.rapporteur.passage.CitedPassage;
import org.rapporteur.passage.Passages;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.Delivery;
import org.rapporteur.submission.DeliveryOutcome;
import org.rapporteur.submission.SubmissionNumber;

/** What holds for every page of the desk: WCAG 2.2 AA as far as axe tells, the keyboard, a zoom of 200 %, a telephone, and a quiet console. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class EveryPageTest {

    /** of the elements that the keyboard reaches, so many are looked at */
    private static final int STOPS = 12;

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void everyPageIsOpenToEverybodyAndFitsEveryScreen(OpenDesk desk) throws IOException {
        Page page = BROWSER.page(desk.address(), "adam", 1280);
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        for (String path : pages(desk).toList()) {
            page.setViewportSize(1280, 800);
            assertThat(page.navigate(desk.address() + path).status()).as(path).isEqualTo(200);
            String name = "every" + path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
            Chromium.picture(page, name + "-1280");
            Chromium.barriers(page).forEach(barrier -> complaints.add(path + ": " + barrier));
            keyboard(page).forEach(stop -> complaints.add(path + ": no sign of the focus on " + stop));
            // 1280 at 200 % leaves 640
            for (int width : new int[] {640, 390, 320}) {
                page.setViewportSize(width, 800);
                int needed = (int) page.evaluate("document.documentElement.scrollWidth");
                if (needed > width) {
                    complaints.add("%s: %d wide at %d: %s".formatted(path, needed, width, page.evaluate(
                            "width => Array.from(document.querySelectorAll('main *')).filter(one => one.getBoundingClientRect().right > width).slice(-1).map(one => one.outerHTML.slice(0, 200))[0]",
                            width)));
                }
                if (width == 390) {
                    Chromium.picture(page, name + "-390");
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static Stream<String> pages(OpenDesk desk) {
        CitedPassage passage = desk.part(Passages.class).ofPaper(new SubmissionNumber("MCH-2004-KOR-001")).get(7);
        long id = passage.passage().id();
        long call = desk.part(Calls.class).current().id();
        Delivery held = desk.part(Deliveries.class).of(call).stream().filter(one -> one.outcome() == DeliveryOutcome.HELD).findFirst().orElseThrow();
        long part = desk.part(Deliveries.class).of(call).stream().filter(one -> one.subject().contains("korea")).findFirst()
                .map(one -> desk.part(Deliveries.class).parts(one.id()).getFirst().id()).orElseThrow();
        return Stream.of("/search", "/search?q=fund*", "/search?q=the&group=paper", "/search?q=partnreship", "/search?like=" + id, "/searches", "/searches/batch", "/work", "/work?paper=MCH-2004-KOR-001", "/queue", "/matrix",
                "/matrix?by=question", "/matrix/incentives/KOR", "/matrix/incentives/AUS", "/matrix/incentives-momentum/KOR", "/compare?row=incentives&country=KOR&country=NOR",
                "/countries/KOR", "/charts", "/papers/MCH-2004-KOR-001?q=ministr*", "/papers/MCH-2004-KOR-001/pages/%d/1".formatted(part), "/papers/MCH-2004-KOR-001/access?passage=" + id,
                "/passages/%d/codes".formatted(id), "/passages/%d/why".formatted(id), "/decisions/lost", "/call", "/cues", "/samples", "/examples", "/examples/new?passage=" + id,
                "/held", "/held/" + held.id(), "/letters", "/status", "/upload-links", "/accounts", "/password", "/tokens");
    }

    /** Elements on which a person who goes by the keyboard would not see where the focus is. */
    private static List<String> keyboard(Page page) {
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            page.keyboard().press("Tab");
            Object sign = page.evaluate("""
                    () => {
                      const one = document.activeElement;
                      if (!one || one === document.body) { return null; }
                      const style = getComputedStyle(one);
                      const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || one.matches('iframe');
                      return seen ? null : one.outerHTML.slice(0, 120);
                    }""");
            if (sign != null) {
                unseen.add(sign.toString());
            }
        }
        return unseen;
    }
}
