package org.rapporteur.desk;

import jakarta.servlet.DispatcherType;
import org.rapporteur.account.AuditTrail;
import org.rapporteur.account.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in, and what a browser may do with our pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeskSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(DeskSecurity.class);

    /** No inline script and no inline style, nothing from elsewhere, and in nobody's frame. */
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] EVERYBODY = {"/login", "/css/**", "/js/**", "/webjars/**", "/favicon.svg", "/upload/*", "/oauth2/**", "/login/oauth2/**"};
    private static final String[] ROLES = {Role.ANALYST.name(), Role.SECRETARIAT.name(), Role.ADMINISTRATOR.name()};

    @Bean
    SecurityFilterChain gate(HttpSecurity http, AuthenticationProvider login, ObjectProvider<ClientRegistrationRepository> providers, OidcPeople people) {
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(oidc -> oidc.loginPage("/login").userInfoEndpoint(told -> told.oidcUserService(people))
                    .failureHandler((request, response, failure) -> {
                        LOG.warn("a log-in at a provider failed: {}", cause(failure));
                        response.sendRedirect(request.getContextPath() + "/login?" + (isWithoutAccount(failure) ? "unknown" : "elsewhere"));
                    }));
        }
        return http
                .authenticationProvider(login)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(EVERYBODY).permitAll()
                        .requestMatchers("/password").authenticated()
                        .requestMatchers("/accounts/**").hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/status", "/letters/**", "/held/**", "/upload-links/**", "/papers/*/access", "/passages/*/access", "/passages/*/access/undo")
                        .hasAnyRole(Role.SECRETARIAT.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers(HttpMethod.POST, "/papers/**", "/cues/**", "/samples", "/samples/*/settle", "/samples/*/end", "/samples/*/agreed", "/samples/*/undo").hasAnyRole(Role.SECRETARIAT.name(), Role.ADMINISTRATOR.name())
                        .anyRequest().hasAnyRole(ROLES))
                .formLogin(form -> form.loginPage("/login").failureHandler(refusal()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(passwordFirst())
                        .authenticationEntryPoint(toTheLogin()))
                .headers(DeskSecurity::headers)
                .csrf(Customizer.withDefaults())
                .build();
    }

    @Bean
    AuthenticationProvider login(People people, PasswordEncoder encoder, LoginThrottle throttle, AuditTrail trail) {
        DaoAuthenticationProvider login = new DaoAuthenticationProvider(people);
        login.setPasswordEncoder(encoder);
        return new ThrottledLogin(login, throttle, trail);
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    private static boolean isWithoutAccount(AuthenticationException failure) {
        return OidcPeople.NO_ACCOUNT.equals(cause(failure));
    }

    private static String cause(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException elsewhere ? elsewhere.getError().getErrorCode() : String.valueOf(failure.getMessage());
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, failure) -> response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/login?wait" : "/login?failed"));
    }

    /** Part of a page can't show the login: when it notices that the session has ended, the whole page is loaded anew. */
    private static AuthenticationEntryPoint toTheLogin() {
        AuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, ended) -> {
            if (request.getHeader("HX-Request") == null) {
                login.commence(request, response, ended);
            } else {
                response.setHeader("HX-Refresh", "true");
                response.setStatus(401);
            }
        };
    }

    /** Whoever has yet to choose a password is led there from everywhere; others are told that they may not. */
    private static AccessDeniedHandler passwordFirst() {
        return (request, response, denied) -> {
            if (request.isUserInRole(People.NEWCOMER)) {
                response.sendRedirect(request.getContextPath() + "/password");
            } else if (denied instanceof CsrfException && request.getServletPath().equals("/login")) {
                response.sendRedirect(request.getContextPath() + "/login?again");
            } else {
                response.sendError(403);
            }
        };
    }
}
