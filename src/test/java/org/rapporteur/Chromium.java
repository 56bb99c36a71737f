package org.rapporteur;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.springframework.context.ApplicationContext;

/** A real browser for a test class, with a session for each test that opens a page; pictures of pages go to {@code target/screenshots}. */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    public static final String PASSWORD = "seven quiet rivers";

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final double LONGEST = 30_000;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext session;

    /** Lets Anna, an analyst, and Ruth in another role log in. */
    public static void addPeople(ApplicationContext house, Role ruth) {
        house.getBean(Accounts.class).add("anna", new Password(PASSWORD), Role.ANALYST);
        house.getBean(Accounts.class).add("ruth", new Password(PASSWORD), ruth);
    }

    /** Where the desk of a house is. */
    public static String address(ApplicationContext house) {
        return "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
    }

    public static void logIn(Page page, String address, String name, String password) {
        page.navigate(address + "/");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    }

    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    /** What axe-core finds against WCAG 2.2 A and AA. */
    public static List<?> barriers(Page page) throws IOException {
        try (InputStream script = Chromium.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate("() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})"
                + ".then(found => found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))");
    }

    /** A page in a session of its own. */
    public Page page(int width, boolean script) {
        endSession();
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setJavaScriptEnabled(script));
        session.setDefaultTimeout(LONGEST);
        return session.newPage();
    }

    /** A page in a session in which somebody has logged in. */
    public Page page(String address, String name, int width) {
        Page page = page(width, true);
        logIn(page, address, name, PASSWORD);
        return page;
    }

    /** The session of the page that was opened last. */
    public BrowserContext session() {
        return session;
    }

    private void endSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        playwright = Playwright.create();
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(NeedsProgram.Condition.find("chromium").orElseThrow()).setArgs(List.of("--no-sandbox")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        endSession();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        browser.close();
        playwright.close();
    }
}
