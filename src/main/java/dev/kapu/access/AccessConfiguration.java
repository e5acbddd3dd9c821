package dev.kapu.access;

import dev.kapu.start.DataDirectory;
import dev.kapu.start.Home;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    PolicyFiles policyFiles(
            AccessProperties properties,
            Home home,
            DataDirectory data,
            ObjectProvider<Offered> offered,
            ObjectProvider<Clock> clock) {
        var loader = new PolicyLoader(
                PolicySource.of(home),
                new DevelopmentFiles(properties.developmentSecrets(), data.root()),
                new PolicyArchive(properties.policies() == null ? data.directory("policies") : properties.policies()),
                offered::getIfAvailable);
        return new PolicyFiles(loader, clock(clock));
    }

    @Bean
    PolicyWatch policyWatch(PolicyFiles policies, AccessProperties properties) {
        return new PolicyWatch(policies, properties.look());
    }

    @Bean
    Access access(PolicyFiles policies, AccessProperties properties, ObjectProvider<Clock> clock) {
        return new GrantedAccess(policies, today(properties, clock), System::nanoTime);
    }

    @Bean
    Explanation explanation(PolicyFiles policies, AccessProperties properties, ObjectProvider<Clock> clock) {
        return new PlainExplanation(policies, today(properties, clock));
    }

    @Bean
    Partners partners(PolicyFiles policies) {
        return new KnownPartners(policies);
    }

    private static Today today(AccessProperties properties, ObjectProvider<Clock> clock) {
        return new Today(clock(clock), properties.zone());
    }

    private static Clock clock(ObjectProvider<Clock> clock) {
        return clock.getIfAvailable(Clock::systemUTC);
    }
}
