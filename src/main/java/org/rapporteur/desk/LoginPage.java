package org.rapporteur.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /login}: the form; Spring Security reads it, and comes back with {@code ?failed}, {@code ?wait} or {@code ?out}. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String form() {
        return "login";
    }
}
