package dev.kapu.demo;

import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.SyntheticPersons;
import dev.kapu.start.Listeners;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("kapu.demo.enabled")
class DemoConfiguration {
    @Bean
    Demo demo(
            DemoProperties properties,
            DevelopmentCredentials credentials,
            Listeners listeners,
            BrokerAddress broker,
            SyntheticPersons registry) {
        return new Demo(new Cast(credentials, listeners, broker, registry), properties.pace());
    }
}
