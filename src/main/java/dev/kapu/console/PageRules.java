package dev.kapu.console;

import java.time.Duration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** What holds for every page, whoever may see it. */
public final class PageRules {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageRules() {}

    /** @param sessionLifetime how long a sign-in lasts at most, used or not */
    public static HttpSecurity apply(HttpSecurity http, Duration sessionLifetime) {
        // A session is memory: only who has signed in gets one.
        return http.requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .addFilterBefore(new SessionLifetime(sessionLifetime), SecurityContextHolderFilter.class)
                .headers(PageRules::strict);
    }

    static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(Customizer.withDefaults());
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(settings -> settings.sameSite("Strict"));
        return cookie;
    }
}
