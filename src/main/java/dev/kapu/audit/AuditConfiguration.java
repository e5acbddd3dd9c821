package dev.kapu.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(5);

    /** @param source one connection per writer, for as long as the hub runs */
    @Bean
    @DependsOnDatabaseInitialization
    GroupCommitRecorder recorder(
            AuditProperties properties,
            DisclosureStore store,
            @Qualifier("unpooled") DataSource source,
            RecordDoor door,
            MeterRegistry meters) {
        return new GroupCommitRecorder(
                properties,
                store,
                queue -> new GroupWriter(
                        queue, new DisclosureGroupStore(source, properties.timeout()), properties, door, meters));
    }

    /** @param source a connection for each trial: the pool's may be taken by whoever waits for a record */
    @Bean
    RecordDoor recordDoor(AuditProperties properties, @Qualifier("unpooled") DataSource source) {
        return new RecordDoor(new RecordTrialStore(source, properties.timeout()), BETWEEN_TRIALS, Clock.systemUTC());
    }

    @Bean
    HealthIndicator recordsHealthIndicator(RecordDoor door) {
        return new RecordsIndicator(door);
    }
}
