package dev.kapu.console;

import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.stereotype.Component;

/**
 * Maps the filters that are meant for pages, Spring Security with its firewall among them, to the servlet that serves
 * pages. The services have a servlet of their own, whose door identifies callers itself: whatever it refuses must get a
 * fault of the catalogue and a record, not a bare status. Which servlet a request goes to is the container's decision, so
 * no path can be made to look like another; all but {@code /services/*} is a page.
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
