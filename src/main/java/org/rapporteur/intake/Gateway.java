package org.rapporteur.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.submission.Authentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The server that receives our mail from outside and says whether it comes from whom it says; none is needed. */
@Component
class Gateway {

    private final String name;
    private final int hopsBehind;

    /**
     * @param name what it calls itself in {@code Authentication-Results}; empty where mail is not checked
     * @param hopsBehind how many servers of ours a mail passes after it, each of which writes a {@code Received} line above
     */
    Gateway(@Value("${rapporteur.mail.authserv-id:}") String name, @Value("${rapporteur.mail.hops-behind-gateway:0}") int hopsBehind) {
        this.name = name.strip().toLowerCase(Locale.ROOT);
        this.hopsBehind = hopsBehind;
    }

    /** Only what stands above the gateway's own Received line can be the gateway's: what came with the mail stands below it. */
    Authentication check(MessageHead head) {
        if (name.isEmpty()) {
            return Authentication.UNCHECKED;
        }
        Optional<String> domain = head.sender().map(sender -> sender.substring(sender.lastIndexOf('@') + 1));
        // it may write one line for each method
        List<AuthenticationResults> own = head.results(hopsBehind).stream().map(AuthenticationResults::of)
                .filter(results -> results.server().equals(name)).toList();
        AuthenticationResults all = new AuthenticationResults(name, own.stream().flatMap(results -> results.results().stream()).toList());
        return own.isEmpty() ? Authentication.MISSING : domain.map(all::about).orElse(Authentication.FAILED);
    }
}
