package dev.kapu.demo;

import dev.kapu.messaging.BrokerAddress;
import dev.kapu.pki.DevelopmentCredentials;
import dev.kapu.registry.Today;
import dev.kapu.registry.seed.SyntheticPersons;
import dev.kapu.start.Happenings;
import dev.kapu.start.Listeners;
import dev.kapu.start.StartupProblem;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("kapu.demo.enabled")
class DemoConfiguration {
    /** Before anything is made, which may take a minute. */
    @Bean
    static BeanFactoryPostProcessor credentialsOfPartners() {
        return beans -> {
            if (beans.getBeanNamesForType(DevelopmentCredentials.class, true, false).length == 0) {
                throw new StartupProblem(
                        "The simulated partners have no certificates and secrets, for the development CA is off.",
                        "Set kapu.demo.enabled=false, or kapu.development-ca.enabled=true where no data are real.");
            }
        };
    }

    @Bean
    PersonnelHall personnelHall(DemoProperties properties, SyntheticPersons registry) {
        return new PersonnelHall(registry, properties.personnelPort());
    }

    @Bean
    Demo demo(
            DemoProperties properties,
            DevelopmentCredentials credentials,
            Listeners listeners,
            BrokerAddress broker,
            SyntheticPersons registry,
            Today today,
            Happenings happenings) {
        return new Demo(
                new Cast(credentials, listeners, broker, registry, today),
                properties.pace(),
                properties.speed(),
                happenings);
    }
}
