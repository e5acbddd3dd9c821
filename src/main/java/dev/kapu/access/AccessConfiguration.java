package dev.kapu.access;

import dev.kapu.scope.Representation;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Home;
import java.time.Clock;
import java.time.ZoneId;
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
    Access access(PolicyFiles policies, Today validityDay) {
        return new GrantedAccess(policies, validityDay, System::nanoTime);
    }

    @Bean
    Explanation explanation(PolicyFiles policies, Today validityDay) {
        return new PlainExplanation(policies, validityDay);
    }

    @Bean
    Partners partners(PolicyFiles policies, ObjectProvider<InstitutionClients> institutions) {
        return new KnownPartners(policies, institutions.getIfAvailable(() -> InstitutionClients.NONE));
    }

    @Bean
    Representation representation(PolicyFiles policies) {
        return (partner, institution) -> policies.current().represents(partner, institution);
    }

    /** The registry has a bean {@code today} of its own, with the same zone. */
    @Bean
    Today validityDay(ZoneId calendarZone, ObjectProvider<Clock> clock) {
        return new Today(clock(clock), calendarZone);
    }

    /** For all who ask which day it is; packages that may not know this one get it by its type. */
    @Bean
    ZoneId calendarZone(AccessProperties properties) {
        return properties.zone();
    }

    private static Clock clock(ObjectProvider<Clock> clock) {
        return clock.getIfAvailable(Clock::systemUTC);
    }
}
