package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;

/** What people write who mean no good, in every field there is: shown as text, or refused with a sentence. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class HostileTextTest {

    private static final List<String> TEXTS = List.of("<script>document.title='taken'</script>", "\"><img src=x onerror=document.title='taken'>", "'; DROP TABLE passage; --",
            "' OR '1'='1", "../../etc/passwd", "..%2f..%2f", "\u202Egnirts desrever\u202C", "a\u0000b", "\uD800", "${7*7}", "__${7*7}__::.x", "*", "?*", "a~99999999", "[a TO z]", "/.*.*.*/", "((((((", "))))",
            "\"", "\\", "AND OR NOT", "theme:", ":x", "_exists_:text", "a".repeat(2_000), "(".repeat(500) + "a" + ")".repeat(500), "ab*".repeat(60), "\"ab* cd* ef* gh*\"~1000000", "=cmd|' /C calc'!A0",
            "\u0627\u0644\u0635\u0646\u062F\u0648\u0642 \"", "🙂".repeat(50));

    private static final List<String> FIELDS = List.of("q", "theme", "not-theme", "country", "coder", "session", "sort", "page", "like", "lock", "group", "alone");

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void everyFieldOfTheSearchTakesIt(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        APIRequestContext requests = BROWSER.session().request();
        List<String> broken = new ArrayList<>();
        for (String field : FIELDS) {
            for (String text : field.equals("q") ? TEXTS : TEXTS.subList(0, 12)) {
                String path = "/search?" + field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
                int status = requests.get(desk.address() + path).status();
                if (status != 200 && status != 400) {
                    broken.add(status + " " + path);
                }
            }
        }
        assertThat(broken).isEmpty();
        for (String text : TEXTS.subList(0, 2)) {
            page.navigate(desk.address() + "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            assertThat(page.title()).startsWith(text.substring(0, 4));
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(text);
        }
    }

    @Test
    void everyFieldThatIsKeptTakesIt(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/searches");
        String csrf = page.locator("form[action$='/searches/mail'] input[name=_csrf]").inputValue();
        APIRequestContext requests = BROWSER.session().request();
        List<String> broken = new ArrayList<>();
        for (String text : TEXTS) {
            post(requests, desk.address() + "/searches", broken, "_csrf", csrf, "name", text, "address", "q=" + text);
            post(requests, desk.address() + "/searches/mail", broken, "_csrf", csrf, "mail", text);
            post(requests, desk.address() + "/searches/batch", broken, "_csrf", csrf, "queries", text);
            post(requests, desk.address() + "/matrix/partnership/KOR", broken, "_csrf", csrf, "text", text, "seen", "0");
            post(requests, desk.address() + "/tokens", broken, "_csrf", csrf, "name", text);
        }
        assertThat(broken).isEmpty();
        page.navigate(desk.address() + "/searches");
        assertThat(page.getByText(TEXTS.getFirst())).hasCount(1);
        assertThat(page.title()).isEqualTo("Kept searches – Rapporteur");
        page.navigate(desk.address() + "/tokens");
        assertThat(page.title()).isEqualTo("Tokens for programs – Rapporteur");
    }

    @Test
    void aQueryOfAMegabyteIsRefusedAndNothingElseSuffers(OpenDesk desk) {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/searches");
        String csrf = page.locator("form[action$='/searches/mail'] input[name=_csrf]").inputValue();
        APIRequestContext requests = BROWSER.session().request();
        String megabyte = "word ".repeat(200_000);

        assertThat(requests.get(desk.address() + "/search?q=" + URLEncoder.encode(megabyte, StandardCharsets.UTF_8)).status()).isBetween(400, 499);
        APIResponse batch = requests.post(desk.address() + "/searches/batch", RequestOptions.create().setMultipart(
                FormData.create().set("_csrf", csrf).set("queries", megabyte)));
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.text()).contains("Its query is longer than 2000 characters: shorten it.");
        page.navigate(desk.address() + "/search?q=fund*");
        assertThat(page.locator("article.found").first()).isVisible();
    }

    private static void post(APIRequestContext requests, String address, List<String> broken, String... fields) {
        FormData form = FormData.create();
        for (int i = 0; i < fields.length; i += 2) {
            form.set(fields[i], fields[i + 1]);
        }
        APIResponse answer = requests.post(address, RequestOptions.create().setForm(form));
        if (answer.status() != 200 && answer.status() != 400) {
            broken.add(answer.status() + " " + address + " " + fields[3]);
        }
    }
}
