package org.rapporteur.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.rapporteur.intake.UploadLinks;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else that looks into a request: nobody's files are read, and written to the disk, who has neither a link that
 * opens nor logged in. The rest of the security comes after it.
 */
final class UploadGate extends OncePerRequestFilter {

    private static final String DOOR = "/upload/";

    private final UploadLinks links;

    UploadGate(UploadLinks links) {
        this.links = links;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentType() == null || !request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(DOOR) ? mayHandIn(path.substring(DOOR.length())) : isLoggedIn(request.getSession(false))) {
            chain.doFilter(request, response);
        } else {
            // what was sent along is not waited for; the page that is led to says what is the matter
            response.setHeader("Connection", "close");
            response.setHeader("Location", request.getContextPath() + (path.startsWith(DOOR) ? path : "/login"));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }

    private boolean mayHandIn(String secret) {
        return links.open(secret).isPresent();
    }

    private static boolean isLoggedIn(HttpSession session) {
        return Optional.ofNullable(session)
                .map(open -> open.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .filter(SecurityContext.class::isInstance).map(SecurityContext.class::cast).map(SecurityContext::getAuthentication).isPresent();
    }
}
