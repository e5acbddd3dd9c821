package dev.kapu.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.stereotype.Component;

/**
 * Lets the services pass by Spring Security, its firewall included: the SOAP door identifies its callers itself, and
 * whatever it refuses must get a fault of the catalogue and a record, not a bare status.
 */
final class ServicesApart implements Filter {
    private final Filter security;

    private ServicesApart(Filter security) {
        this.security = security;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isService((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            security.doFilter(request, response, chain);
        }
    }

    /** Asks which servlet the container has chosen: a path of the request as sent could be made to look like another. */
    private static boolean isService(HttpServletRequest request) {
        return request.getServletPath().equals("/services") && request.getPathInfo() != null;
    }

    /** {@link EnableWebSecurity} gives the filter no other handle than its name. */
    @Component
    static final class Wrapper implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("springSecurityFilterChain") && bean instanceof Filter security
                    ? new ServicesApart(security)
                    : bean;
        }
    }
}
