package org.rapporteur.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /login}: the form; Spring Security reads it, and comes back with {@code ?failed}, {@code ?wait} or {@code ?out}. */
@Controller
class LoginPage {

    private final Map<String, String> providers = new LinkedHashMap<>();

    /** @param registrations providers of the organisation, where any is configured */
    LoginPage(ObjectProvider<ClientRegistrationRepository> registrations) {
        if (registrations.getIfAvailable() instanceof Iterable<?> all) {
            all.forEach(one -> {
                if (one instanceof ClientRegistration registration) {
                    providers.put("/oauth2/authorization/" + registration.getRegistrationId(), registration.getClientName());
                }
            });
        }
    }

    @GetMapping("/login")
    String form(HttpServletRequest request, Model model) {
        // the template engine says of its own map of parameters that it contains every key
        model.addAttribute("providers", providers).addAttribute("told", request.getParameterMap().keySet());
        return "login";
    }
}
