package org.rapporteur.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.rapporteur.Databases;
import org.rapporteur.Dovecot;
import org.rapporteur.MovingClock;
import org.rapporteur.NeedsProgram;
import org.rapporteur.Rows;
import org.springframework.util.FileSystemUtils;

/** A token endpoint that issues a new refresh token each time and takes only the newest, and a mail server that asks it. */
class AccessTokensTest {

    private final MovingClock clock = new MovingClock();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer endpoint;
    private RefreshTokens stored;
    private volatile int issued;

    @BeforeEach
    void open() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/token", this::token);
        endpoint.createContext("/info", exchange -> answer(exchange, exchange.getRequestURI().getQuery().equals("access_token=access-" + issued)
                ? 200 : 401, "{\"user\": \"papers\"}"));
        endpoint.start();
        stored = new RefreshTokens(new Rows(Databases.h2()).jdbc(), clock);
    }

    @AfterEach
    void close() {
        endpoint.stop(0);
    }

    @Test
    void aTokenIsUsedUntilItRunsOut() throws MessagingException {
        AccessTokens tokens = new AccessTokens(stored, clock);

        assertThat(tokens.access("papers", oauth("refresh-0"))).isEqualTo("access-1");
        assertThat(tokens.access("papers", oauth("refresh-0"))).isEqualTo("access-1");
        clock.move(Duration.ofMinutes(10));
        assertThat(tokens.access("papers", oauth("refresh-0"))).isEqualTo("access-2");

        assertThat(asked.getFirst()).isEqualTo("grant_type=refresh_token&refresh_token=refresh-0&client_id=rapporteur&client_secret=s%26cret");
    }

    @Test
    void aNewRefreshTokenTakesThePlaceOfTheOldOneForGood() throws MessagingException {
        new AccessTokens(stored, clock).access("papers", oauth("refresh-0"));
        new AccessTokens(stored, clock).access("papers", oauth("refresh-0"));

        assertThat(asked.getLast()).contains("refresh_token=refresh-1");
        assertThat(stored.of("papers")).contains("refresh-2");
    }

    @Test
    void aRefusalIsToldWithItsReasonAndWithoutTheSecret() {
        assertThatThrownBy(() -> new AccessTokens(stored, clock).access("papers", oauth("stolen")))
                .isInstanceOf(AuthenticationFailedException.class).hasMessageContaining("invalid_grant").hasMessageNotContaining("stolen");
    }

    @Test
    void aTokenThatSomebodyConfiguresAnewIsTriedWhereTheStoredOneIsWorthless() throws MessagingException {
        stored.keep("papers", "revoked");

        assertThat(new AccessTokens(stored, clock).access("papers", oauth("refresh-0"))).isEqualTo("access-1");
        assertThat(stored.of("papers")).contains("refresh-1");
    }

    @Test
    void anEndpointThatIsAwayRefusesNobody() {
        endpoint.stop(0);

        assertThatThrownBy(() -> new AccessTokens(stored, clock).access("papers", oauth("refresh-0")))
                .isInstanceOf(MessagingException.class).isNotInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    @NeedsProgram("dovecot")
    @EnabledIf("org.rapporteur.Dovecot#mayRun")
    void theMailServerTakesTheToken() throws Exception {
        Path mail = Files.createTempDirectory("rapporteur-oauth");
        try (Dovecot server = Dovecot.withTokens(mail.resolve("server"), mail.resolve("boxes"), "dovecot", url("/info"))) {
            MailSettings settings = new MailSettings("127.0.0.1", "imap", server.imap(), "papers", "", "INBOX", "Processed", "Held", true, false, false,
                    oauth("refresh-0"), Duration.ofMinutes(15));

            try (Store store = new MailAccount(settings, new AccessTokens(stored, clock)).open()) {
                assertThat(store.getFolder("INBOX").exists()).isTrue();
            }
        } finally {
            FileSystemUtils.deleteRecursively(mail.toFile());
        }
    }

    private MailSettings.Oauth oauth(String refreshToken) {
        return new MailSettings.Oauth(url("/token"), "rapporteur", "s&cret", refreshToken);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + endpoint.getAddress().getPort() + path;
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(form);
        if (form.contains("refresh_token=refresh-" + issued + "&")) {
            issued++;
            answer(exchange, 200, "{\"access_token\": \"access-%d\", \"expires_in\": 300, \"refresh_token\": \"refresh-%d\"}".formatted(issued, issued));
        } else {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
