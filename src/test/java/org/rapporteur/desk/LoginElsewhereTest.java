package org.rapporteur.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.Chromium;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Provider;
import org.rapporteur.Rapporteur;
import org.rapporteur.account.AuditEntry;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Logging in at a provider of the organisation, and staying logged in when the house is started again. */
@NeedsProgram("chromium")
class LoginElsewhereTest {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    @TempDir
    Path data;

    @Test
    void whoHasAnAccountLogsInAtTheProviderAndStaysLoggedInOverARestart() throws IOException {
        int port = freePort();
        int providerPort = freePort();
        String desk = "http://localhost:" + port;
        try (Provider provider = Provider.of(providerPort, desk)) {
            ConfigurableApplicationContext house = house(port, providerPort);
            Chromium.addPeople(house, Role.SECRETARIAT);
            Page page = BROWSER.page(1280, true);
            page.navigate(desk + "/login");
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
            assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
            Chromium.picture(page, "login-provider-1280");
            assertThat(Chromium.barriers(page)).isEmpty();
            logIn(page, "stranger");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("have no account here");

            page = BROWSER.page(1280, true);
            page.navigate(desk + "/login");
            logIn(page, "anna");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("anna"))).isVisible();
            assertThat(house.getBean(AuditTrail.class).latest(5)).extracting(AuditEntry::act).contains("login");
            house.close();
            house = house(port, providerPort);
            page.navigate(desk + "/call");

            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("anna"))).isVisible();
            house.close();
        }
    }

    private static void logIn(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log in with the ministry")).click();
        page.getByPlaceholder("Username").fill(name);
        page.getByPlaceholder("Password").fill(Provider.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    }

    private ConfigurableApplicationContext house(int port, int provider) throws IOException {
        for (String folder : List.of("db", "index", "inbox", "originals", "log")) {
            Files.createDirectories(data.resolve(folder));
        }
        String client = "--spring.security.oauth2.client.";
        return new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + data,
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--server.port=" + port, "--server.address=localhost",
                client + "registration.ministry.client-id=rapporteur", client + "registration.ministry.client-secret=secret",
                client + "registration.ministry.client-name=the ministry", client + "registration.ministry.scope=openid,profile",
                client + "provider.ministry.issuer-uri=http://localhost:" + provider);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
