package dev.kapu.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says of a file that is too large that it is; else the form's token would not be found, and the page would speak of that.
 * Browsers listen only when all is sent, so what is sent is read away, within bounds.
 */
final class LargeUpload extends OncePerRequestFilter {
    private static final int READ_AWAY = 8;

    private final long largest;

    LargeUpload(long largest) {
        this.largest = largest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(ImportPages.IMPORT)
                && request.getContentLengthLong() > largest
                && isSignedIn()) {
            if (request.getContentLengthLong() <= READ_AWAY * largest) {
                request.getInputStream().skip(request.getContentLengthLong());
            }
            response.sendRedirect(ImportPages.IMPORT + "?large");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedInInstitution;
    }
}
