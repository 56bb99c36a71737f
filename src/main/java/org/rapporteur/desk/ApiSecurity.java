package org.rapporteur.desk;

import java.util.Map;
import org.rapporteur.account.Account;
import org.rapporteur.account.Role;
import org.rapporteur.account.Tokens;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

/** Who may use the interface for programs: whoever brings a token (RFC 6750), and people who are logged in. No request of it changes anything. */
@Configuration
@ConditionalOnWebApplication
class ApiSecurity {

    private static final String[] ROLES = {Role.ANALYST.name(), Role.SECRETARIAT.name(), Role.ADMINISTRATOR.name()};

    /** Requests without a token fall through to the gate of the desk, which knows who is logged in. */
    @Bean
    @Order(1)
    SecurityFilterChain apiGate(HttpSecurity http, OpaqueTokenIntrospector introspector) {
        return http.securityMatcher(request -> request.getServletPath().startsWith("/api/") && request.getHeader("Authorization") != null)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyRole(ROLES))
                .oauth2ResourceServer(server -> server.opaqueToken(opaque -> opaque.introspector(introspector)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable).build();
    }

    @Bean
    OpaqueTokenIntrospector introspector(Tokens tokens) {
        return token -> {
            Account owner = tokens.owner(token).orElseThrow(() -> new BadOpaqueTokenException("The token is revoked, expired or none; make one on the desk."));
            return new DefaultOAuth2AuthenticatedPrincipal(owner.name(), Map.of("sub", owner.name()), AuthorityUtils.createAuthorityList("ROLE_" + owner.role().name()));
        };
    }
}
