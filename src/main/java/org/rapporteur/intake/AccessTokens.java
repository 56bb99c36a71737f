package org.rapporteur.intake;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens for a mailbox, asked for when they are needed and used until shortly before they run out (RFC 6749, section 6). */
@Component
class AccessTokens {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final long USUAL_SECONDS = 3600;

    private final RefreshTokens stored;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(WAIT).build();
    private @Nullable Token last;

    AccessTokens(RefreshTokens stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    /**
     * @throws AuthenticationFailedException where the endpoint gives none, with what it said
     * @throws MessagingException where it cannot be reached
     */
    synchronized String access(String account, MailSettings.Oauth oauth) throws MessagingException {
        if (last == null || clock.instant().isAfter(last.until())) {
            JsonNode answer = ask(account, oauth);
            String issued = answer.path("refresh_token").asString("");
            if (!issued.isEmpty()) {
                stored.keep(account, issued);
            }
            last = new Token(answer.path("access_token").asString(),
                    clock.instant().plusSeconds(answer.path("expires_in").asLong(USUAL_SECONDS)).minus(MARGIN));
        }
        return last.value();
    }

    /** The server did not take the last one, whatever the endpoint said about its life. */
    synchronized void forget() {
        last = null;
    }

    /** Of two refresh tokens the one that was issued last counts, until it is worthless: then somebody has configured another one. */
    private JsonNode ask(String account, MailSettings.Oauth oauth) throws MessagingException {
        Optional<String> issued = stored.of(account);
        try {
            return ask(oauth, issued.orElse(oauth.refreshToken()));
        } catch (AuthenticationFailedException worthless) {
            if (issued.filter(token -> !token.equals(oauth.refreshToken())).isEmpty()) {
                throw worthless;
            }
            return ask(oauth, oauth.refreshToken());
        }
    }

    private JsonNode ask(MailSettings.Oauth oauth, String refreshToken) throws MessagingException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", oauth.clientId());
        if (!oauth.clientSecret().isEmpty()) {
            form.put("client_secret", oauth.clientSecret());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(oauth.tokenUrl())).timeout(WAIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))).build();
        try {
            JsonNode answer = JsonMapper.shared().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (answer.path("access_token").asString("").isEmpty()) {
                throw new AuthenticationFailedException("the token endpoint gave no access token: " + answer.path("error").asString("it named no reason"));
            }
            return answer;
        } catch (IOException | JacksonException unreachable) {
            throw new MessagingException("the token endpoint can't be reached or understood", new IOException(unreachable));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new MessagingException("asking for an access token was interrupted", ended);
        }
    }
}
