package dev.kapu.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads who is not signed in to the page for it, in the language that the address asked for. */
public final class SignInPage extends LoginUrlAuthenticationEntryPoint {
    public SignInPage(String path) {
        super(path);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        return Languages.spoken(request.getParameter(Languages.CHOICE))
                .map(language -> getLoginFormUrl() + "?" + Languages.CHOICE + "=" + language.getLanguage())
                .orElse(getLoginFormUrl());
    }
}
