package org.rapporteur;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rapporteur.account.Accounts;
import org.rapporteur.account.Password;
import org.rapporteur.account.Role;
import org.rapporteur.call.Calls;
import org.rapporteur.submission.Deliveries;
import org.rapporteur.submission.DeliveryOutcome;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A ministry that nobody knows mails a paper; the secretariat accepts it in its browser; the receipt lies in the ministry's mailbox. Mail
 * goes by Exim and Dovecot, which have nothing in common with the mailbox that Rapporteur brings.
 */
@NeedsProgram({"exim4", "dovecot", "chromium"})
@EnabledIf("org.rapporteur.Dovecot#mayRun")
class MinistryMailTest {

    private static final String INTAKE = "papers@intake.test";
    private static final String LEE = "lee@ministry.test";
    private static final String CHOSEN = "seven quiet rivers";

    private Path folder;
    private Exim exim;
    private Dovecot dovecot;
    private ConfigurableApplicationContext house;
    private String address;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("rapporteur-ministry");
        exim = new Exim(Files.createDirectories(folder.resolve("exim")), Map.of(INTAKE, "papers", LEE, "lee"));
        dovecot = new Dovecot(folder.resolve("dovecot"), exim.mail(), Exim.USER);
        house = new SpringApplicationBuilder(Rapporteur.class).web(WebApplicationType.SERVLET).run("--rapporteur.data=" + folder.resolve("data"),
                "--rapporteur.routes=" + Path.of("routes").toAbsolutePath(), "--rapporteur.doors=true", "--rapporteur.stages=true",
                "--server.port=0", "--rapporteur.mail.every=500", "--rapporteur.mail.host=127.0.0.1", "--rapporteur.mail.port=" + dovecot.imap(),
                "--rapporteur.mail.user=papers", "--rapporteur.mail.password=" + Dovecot.PASSWORD, "--rapporteur.smtp.host=127.0.0.1",
                "--rapporteur.smtp.port=" + exim.port(), "--rapporteur.smtp.starttls=false", "--rapporteur.smtp.from=" + INTAKE);
        address = "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
        house.getBean(Accounts.class).add("ruth", new Password(CHOSEN), Role.SECRETARIAT);
    }

    @AfterEach
    void close() {
        house.close();
        dovecot.close();
        exim.close();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    @Test
    void aMailFromAnUnknownMinistryIsHeldAcceptedFoundAndAnswered() throws Exception {
        sendThePaper();
        Waiting.until(() -> house.getBean(Deliveries.class).of(call()).stream().anyMatch(delivery -> delivery.outcome() == DeliveryOutcome.HELD));

        try (Playwright playwright = Playwright.create(); Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(NeedsProgram.Condition.find("chromium").orElseThrow()).setArgs(List.of("--no-sandbox")))) {
            Page page = browser.newPage();
            logIn(page);
            acceptForKorea(page);
            Waiting.until(() -> isFound(page));
            approveTheReceipt(page);
        }

        Waiting.until(() -> !mailOfLee().isEmpty());
        assertThat(mailOfLee()).singleElement().satisfies(receipt -> assertThat(receipt).contains("In-Reply-To: <paper-1@ministry.test>",
                "Received and read: MCH-2004-KOR-001, revision 1", "korea-country-paper.pdf: PDF", "SHA-256"));
    }

    private void sendThePaper() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<paper-1@ministry.test>");
            }
        };
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Please find attached the paper of Korea.");
        MimeBodyPart paper = new MimeBodyPart();
        paper.attachFile(Path.of("sample-reports/KOR/korea-country-paper.pdf").toFile());
        message.setFrom(LEE);
        message.setRecipients(Message.RecipientType.TO, INTAKE);
        message.setSubject("Country paper of Korea");
        message.setContent(new MimeMultipart(text, paper));
        message.saveChanges();
        try (Transport transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", exim.port(), null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void logIn(Page page) {
        page.navigate(address + "/");
        page.getByLabel("Name").fill("ruth");
        page.getByLabel("Password").fill(CHOSEN);
        press(page, "Log in");
    }

    private static void acceptForKorea(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Held")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Country paper of Korea")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Its sender is no contact of the call");
        page.getByLabel("Country", new Page.GetByLabelOptions().setExact(true)).selectOption("KOR");
        page.getByLabel("Also add").check();
        press(page, "Accept it");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Korea");
    }

    private boolean isFound(Page page) {
        page.navigate(address + "/search?q=%22central+fund%22");
        return page.locator(".hit").count() > 0;
    }

    private static void approveTheReceipt(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Letters")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Received and read: MCH-2004-KOR-001, revision 1")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(LEE);
        page.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(
                Pattern.compile("Send without it|Approve and send"))).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private List<String> mailOfLee() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", dovecot.imap(), "lee", Dovecot.PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add("In-Reply-To: %s\n%s\n%s".formatted(message.getHeader("In-Reply-To")[0], message.getSubject(),
                        ((Multipart) message.getContent()).getBodyPart(0).getContent().toString().replaceAll("\\s+", " ")));
            }
            return mails;
        }
    }

    private long call() {
        return house.getBean(Calls.class).current().id();
    }
}
