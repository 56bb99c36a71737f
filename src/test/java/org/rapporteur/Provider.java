package org.rapporteur;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** An OpenID Connect provider, such as a ministry has one, in which anna and somebody without an account can log in. */
public final class Provider implements AutoCloseable {

    public static final String PASSWORD = "provider";

    private final ConfigurableApplicationContext context;

    private Provider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param desk the address to which people are sent back */
    public static Provider of(int port, String desk) {
        String client = "spring.security.oauth2.authorizationserver.client.desk.";
        String registration = client + "registration.";
        return new Provider(new SpringApplicationBuilder(Parts.class).web(WebApplicationType.SERVLET).properties(Map.ofEntries(
                Map.entry("spring.config.name", "none"), Map.entry("server.port", port), Map.entry("server.servlet.session.cookie.name", "PROVIDER"),
                Map.entry(registration + "client-id", "rapporteur"), Map.entry(registration + "client-secret", "{noop}secret"),
                Map.entry(registration + "client-authentication-methods", "client_secret_basic"), Map.entry(registration + "authorization-grant-types", "authorization_code"),
                Map.entry(registration + "redirect-uris", desk + "/login/oauth2/code/ministry"), Map.entry(registration + "scopes", "openid,profile"))).run());
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class, excludeName = {
        "org.apache.camel.spring.boot.CamelAutoConfiguration", "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"})
    static class Parts {

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(User.withUsername("anna").password("{noop}" + PASSWORD).roles("USER").build(),
                    User.withUsername("stranger").password("{noop}" + PASSWORD).roles("USER").build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> names() {
            return token -> {
                if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    token.getClaims().claim("preferred_username", token.getPrincipal().getName());
                }
            };
        }
    }
}
