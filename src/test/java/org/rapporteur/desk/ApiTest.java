package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.OpenDesk;
import org.rapporteur.account.Actor;
import org.rapporteur.account.Tokens;
import tools.jackson.databind.json.JsonMapper;

/** The interface for programs, with a token that a person makes on the desk. */
@NeedsProgram("chromium")
@ExtendWith(OpenDesk.Given.class)
class ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @Test
    void aTokenIsMadeUsedAndRevoked(OpenDesk desk) throws IOException, InterruptedException {
        Page page = BROWSER.page(desk.address(), "anna", 1280);
        page.navigate(desk.address() + "/password");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tokens for programs")).click();
        page.getByLabel("What it is for").fill("Statistics");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a token")).click();
        String token = page.getByRole(AriaRole.STATUS).locator("code").textContent();
        Chromium.picture(page, "tokens-1280");
        assertThat(Chromium.barriers(page)).isEmpty();
        page.setViewportSize(390, 800);
        Chromium.picture(page, "tokens-390");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);

        Map<?, ?> found = JSON.readValue(get(desk, "/api/search?q=fund*&country=KOR", token).body(), Map.class);
        assertThat(found.get("total")).isEqualTo(1);
        assertThat((List<?>) found.get("hits")).singleElement().satisfies(hit -> {
            assertThat(((Map<?, ?>) hit).get("citation").toString()).startsWith("Korea, para. ");
            assertThat((List<?>) ((Map<?, ?>) hit).get("highlights")).isNotEmpty();
        });
        page.reload();
        assertThat(page.getByText(token)).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke Statistics")).click();

        HttpResponse<String> refused = get(desk, "/api/search?q=fund", token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    }

    @Test
    void withoutATokenNothingIsAnsweredAndATokenOpensNoPage(OpenDesk desk) throws IOException, InterruptedException {
        String token = desk.part(Tokens.class).make("pages", new Actor("ruth"));

        assertThat(get(desk, "/api/search?q=fund", null).statusCode()).isEqualTo(302);
        assertThat(get(desk, "/api/search?q=fund", "rap_none").statusCode()).isEqualTo(401);
        assertThat(get(desk, "/api/search?q=fund", token).statusCode()).isEqualTo(200);
        assertThat(get(desk, "/call", token).statusCode()).isEqualTo(302);
    }

    @Test
    void whatAsksNonsenseIsAnsweredWithASentence(OpenDesk desk) throws IOException, InterruptedException {
        String token = desk.part(Tokens.class).make("nonsense", new Actor("anna"));

        Map<?, ?> found = JSON.readValue(get(desk, "/api/search?q=%22open&country=..%2F&page=-7", token).body(), Map.class);

        assertThat((List<?>) found.get("notices")).hasSize(3);
    }

    @Test
    void theDescriptionNamesEveryFieldAndEveryPropertyThatIsAnswered(OpenDesk desk) throws IOException, InterruptedException {
        String token = desk.part(Tokens.class).make("description", new Actor("anna"));
        String described = get(desk, "/api/openapi.yaml", token).body();
        List<?> fields = JSON.readValue(get(desk, "/api/fields", token).body(), List.class);
        Map<?, ?> found = JSON.readValue(get(desk, "/api/search?q=the", token).body(), Map.class);

        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(described).contains("name: " + field + ", in: query", "name: not-" + field + ", in: query"));
        assertThat(found.keySet()).allSatisfy(key -> assertThat(described).contains("        " + key + ": {"));
        assertThat(((Map<?, ?>) ((List<?>) found.get("hits")).getFirst()).keySet()).allSatisfy(key -> assertThat(described).contains("        " + key + ": {"));
    }

    private static HttpResponse<String> get(OpenDesk desk, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
