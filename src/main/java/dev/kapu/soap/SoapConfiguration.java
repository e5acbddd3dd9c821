package dev.kapu.soap;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SoapConfiguration {
    @Bean(name = Bus.DEFAULT_BUS_ID, destroyMethod = "shutdown")
    SpringBus cxf() {
        return new SpringBus() {
            /** At the first sign of a stop CXF would end every service, while answers are under way. */
            @Override
            public void onApplicationEvent(ApplicationEvent event) {
                if (!(event instanceof ContextClosedEvent)) {
                    super.onApplicationEvent(event);
                }
            }
        };
    }

    @Bean
    BrokersWord brokersWord(Environment environment) {
        return BrokersWord.of(environment);
    }

    @Bean
    ServletRegistrationBean<CXFServlet> services(Bus cxf) {
        var registration = new ServletRegistrationBean<>(new CXFServlet(), "/services/*");
        registration.addInitParameter("hide-service-list-page", "true");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HttpThreshold> threshold(SoapDoor door, WsdlContracts contracts, SoapProperties properties) {
        var registration = new FilterRegistrationBean<>(new HttpThreshold(door, contracts, properties));
        registration.addUrlPatterns("/services/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** The path itself is a page for people; without this mapping of its own, {@code /services/*} would take it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServletContextInitializer serviceListMapping() {
        return context -> context.getServletRegistration(
                        DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME)
                .addMapping(ServiceList.PATH, ServiceList.PATH + "/");
    }
}
