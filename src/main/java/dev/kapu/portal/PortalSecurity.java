package dev.kapu.portal;

import dev.kapu.console.PageRules;
import dev.kapu.console.SignInPage;
import dev.kapu.console.SignInThrottle;
import dev.kapu.console.ThrottledSignIn;
import dev.kapu.registry.secret.InstitutionSecrets;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Who may see the pages of institutions: nobody of the console, and no institution sees the console. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {
    static final String HOME = "/institution";
    static final String SIGN_IN = "/institution/sign-in";
    static final String ASK = "/institution/secret";
    static final String TEMPLATE = "/institution/template";
    static final String SAMPLE = "/institution/sample";
    /** Apart from the console's, with which it may share a browser and so a session. */
    private static final String CONTEXT = "kapu.institution";

    @Bean
    @Order(2)
    SecurityFilterChain portal(
            HttpSecurity http, InstitutionSecrets secrets, PortalSettings settings, MultipartConfigElement uploads) {
        var signIn = new ThrottledSignIn(new SecretSignIn(secrets), new SignInThrottle(Clock.systemUTC()));
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(CONTEXT);
        return PageRules.apply(http, settings.sessionLifetime())
                .securityMatcher(HOME + "/**")
                .authenticationManager(new ProviderManager(signIn))
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, ASK, TEMPLATE, SAMPLE)
                        .permitAll()
                        .anyRequest()
                        .hasRole(SignedInInstitution.ROLE))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .defaultSuccessUrl(HOME)
                        .failureHandler((request, response, reason) ->
                                response.sendRedirect(again(reason, request.getParameter("username")))))
                .exceptionHandling(stop -> stop.authenticationEntryPoint(new SignInPage(SIGN_IN)))
                .logout(out -> out.logoutUrl("/institution/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .addFilterAfter(new StandingSecret(secrets), SecurityContextHolderFilter.class)
                .addFilterAfter(new LargeUpload(uploads.getMaxRequestSize()), StandingSecret.class)
                .build();
    }

    /** The code is shown again; anything else that was typed there may be a secret, and addresses are logged. */
    private static String again(AuthenticationException reason, @Nullable String typed) {
        var code =
                SecretSignIn.code(typed).map(known -> "&code=" + known.text()).orElse("");
        return SIGN_IN + (reason instanceof LockedException ? "?locked" : "?failed") + code;
    }

    /** Of the public page, where anybody may ask for a letter. */
    @Bean
    SignInThrottle askingThrottle() {
        return new SignInThrottle(Clock.systemUTC());
    }
}
