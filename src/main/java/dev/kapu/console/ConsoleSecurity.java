package dev.kapu.console;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

import java.util.List;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see what over HTTP; the services stand {@linkplain PageFilters apart}. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final String[] FOR_ALL = {
        "/", "/services", "/services/", "/error", "/console/assets/**", SignInEntryPoint.SIGN_IN
    };
    private static final String[] FOR_USERS = {"/console/**", "/console", "/webjars/**"};

    /** They tell nothing but up or down. */
    @Bean
    @Order(1)
    SecurityFilterChain probes() {
        return new DefaultSecurityFilterChain(
                request -> request.getServletPath().startsWith("/actuator/health/"), List.of());
    }

    @Bean
    @Order(2)
    SecurityFilterChain metrics(HttpSecurity http, AuthenticationManager users) {
        return http.securityMatcher("/actuator/**")
                .authenticationManager(users)
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().access(anyOf(new DirectLoopback(), authenticated())))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain console(HttpSecurity http, AuthenticationManager users, ConsoleSettings settings) {
        return PageRules.apply(http, settings.sessionLifetime())
                .securityMatchers(pages -> pages.requestMatchers(FOR_ALL).requestMatchers(FOR_USERS))
                .authenticationManager(users)
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOR_ALL)
                        .permitAll()
                        .requestMatchers(FOR_USERS)
                        .hasRole(ConsoleUsers.ROLE)
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage(SignInEntryPoint.SIGN_IN)
                        .defaultSuccessUrl("/console")
                        .failureHandler((request, response, reason) -> response.sendRedirect(SignInEntryPoint.SIGN_IN
                                + (reason instanceof LockedException ? "?locked" : "?failed"))))
                .logout(out -> out.logoutUrl("/console/sign-out").logoutSuccessUrl(SignInEntryPoint.SIGN_IN + "?out"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInEntryPoint()))
                .build();
    }

    /** Where nothing is, signing in would not help; what is added later is closed until it is listed above. */
    @Bean
    @Order(9)
    SecurityFilterChain elsewhere(HttpSecurity http, AuthenticationManager users, ConsoleSettings settings) {
        return PageRules.apply(http, settings.sessionLifetime())
                .authenticationManager(users)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, reason) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .build();
    }

    @Bean
    CookieSameSiteSupplier strictCookies() {
        return CookieSameSiteSupplier.ofStrict();
    }
}
