package dev.kapu.audit;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    /** @param source one connection per writer, for as long as the hub runs */
    @Bean
    @DependsOnDatabaseInitialization
    GroupCommitRecorder recorder(
            AuditProperties properties,
            DisclosureStore store,
            @Qualifier("unpooled") DataSource source,
            MeterRegistry meters) {
        return new GroupCommitRecorder(
                properties,
                store,
                queue -> new GroupWriter(
                        queue, new DisclosureGroupStore(source, properties.timeout()), properties, meters));
    }
}
