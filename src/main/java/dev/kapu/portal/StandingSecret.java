package dev.kapu.portal;

import dev.kapu.registry.secret.InstitutionSecrets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session with the secret that opened it: whoever has left is out at that moment (K18, W5), on every node. */
final class StandingSecret extends OncePerRequestFilter {
    private final InstitutionSecrets secrets;

    StandingSecret(InstitutionSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null
                && who.getPrincipal() instanceof SignedInInstitution institution
                && !secrets.stands(institution.proof())) {
            end(request);
            response.sendRedirect(PortalSecurity.SIGN_IN + "?ended");
            return;
        }
        chain.doFilter(request, response);
    }

    static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
