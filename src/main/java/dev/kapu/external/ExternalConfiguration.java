package dev.kapu.external;

import dev.kapu.external.personnel.PersonnelModule;
import dev.kapu.personnel.PersonnelProperties;
import java.util.Map;
import java.util.Objects;
import org.apache.cxf.Bus;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for each system that is called, for as long as the hub runs. */
@Configuration(proxyBeanMethods = false)
class ExternalConfiguration {
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("kapu.personnel.address")
    PersonnelModuleClient personnelModule(Bus bus, PersonnelProperties properties) {
        return new PersonnelModuleClient(port(bus, properties), properties);
    }

    static PersonnelModule port(Bus bus, PersonnelProperties properties) {
        var factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(PersonnelModule.class);
        factory.setAddress(Objects.requireNonNull(properties.address()).toString());
        factory.getInInterceptors().add(new BoundedInput(MOST_BYTES));
        FaultListener silent = (exception, description, message) -> false;
        factory.setProperties(Map.of(
                Message.SCHEMA_VALIDATION_ENABLED,
                "IN",
                // CXF would log exceptions with their messages, which may quote the answer.
                FaultListener.class.getName(),
                silent));
        var port = (PersonnelModule) factory.create();
        var conduit = (HTTPConduit) ClientProxy.getClient(port).getConduit();
        var policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(properties.connect().toMillis());
        policy.setReceiveTimeout(properties.deadline().toMillis());
        policy.setConnectionRequestTimeout(properties.connect().toMillis());
        policy.setAutoRedirect(false);
        conduit.setClient(policy);
        if (properties.user() != null) {
            var credentials = new AuthorizationPolicy();
            credentials.setAuthorizationType("Basic");
            credentials.setUserName(properties.user());
            credentials.setPassword(properties.password());
            conduit.setAuthorization(credentials);
        }
        return port;
    }
}
