package dev.kapu.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Shows the sign-in page; a fragment's refresh moves the whole page there, instead of swapping it into a table. */
final class SignInEntryPoint implements AuthenticationEntryPoint {
    static final String SIGN_IN = "/console/sign-in";

    private final AuthenticationEntryPoint page = new SignInPage(SIGN_IN);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        if (Htmx.asksForFragment(request)) {
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            page.commence(request, response, reason);
        }
    }
}
