package dev.kapu.console;

import dev.kapu.fault.FaultTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language of pages: the one chosen, else the first of the browser's that we speak, else English. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    static final String CHOICE = "language";

    @Bean
    MessageSource messageSource() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "institution");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("kapu-language") {
            @Override
            protected @Nullable Locale parseLocaleValue(String value) {
                return spoken(value).orElse(null);
            }
        };
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        resolver.setCookiePath("/");
        resolver.setDefaultLocaleFunction(Languages::ofBrowser);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return spoken(value).orElseThrow(() -> new IllegalArgumentException("a language that is not spoken"));
            }
        };
        change.setParamName(CHOICE);
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    static Optional<Locale> spoken(@Nullable String tag) {
        return FaultTexts.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    static Locale ofBrowser(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted -> FaultTexts.LANGUAGES.stream()
                        .filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
