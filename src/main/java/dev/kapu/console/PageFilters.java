package dev.kapu.console;

import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.stereotype.Component;

/**
 * Maps the filters that are meant for pages to the servlet that serves pages: sign-in, observation and their like. The
 * services have a servlet of their own and their own door; there these filters cost an eighth of the processor.
 */
@Component
class PageFilters implements BeanPostProcessor {
    private static final Set<String> PAGES = Set.of("dispatcherServlet");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AbstractFilterRegistrationBean<?> registration
                && registration.getUrlPatterns().isEmpty()
                && registration.getServletNames().isEmpty()) {
            registration.setServletNames(PAGES);
        }
        return bean;
    }
}
