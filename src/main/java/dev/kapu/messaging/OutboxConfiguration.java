package dev.kapu.messaging;

import dev.kapu.gate.EventDoor;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
    @Bean
    OutboxStore outboxStore(JdbcClient jdbc) {
        return new OutboxStore(jdbc);
    }

    @Bean
    EventContracts eventContracts() {
        return new EventContracts();
    }

    @Bean
    LeaderStore dispatchLeader(@Qualifier("unpooled") DataSource unpooled) {
        return new LeaderStore(unpooled);
    }

    @Bean
    DeadEvents deadEvents(JdbcClient jdbc, ConnectionFactory hubConnectionFactory, MeterRegistry meters) {
        return new DeadEvents(new DeadEventStore(jdbc), hubConnectionFactory, meters);
    }

    @Bean
    Dispatcher dispatcher(
            OutboxStore store,
            EventContracts contracts,
            LeaderStore leader,
            EventDoor door,
            DeadEvents dead,
            OutboxProperties properties) {
        return new Dispatcher(store, contracts, leader, door, dead, properties);
    }

    @Bean
    Outbox outbox(OutboxStore store, EventContracts contracts, EventDoor door, Dispatcher dispatcher) {
        return new Outbox(store, contracts, door, dispatcher::wake);
    }

    @Bean
    OutboxWatch outboxWatch(JdbcClient jdbc, OutboxProperties properties, MeterRegistry meters) {
        return new OutboxWatch(new BacklogStore(jdbc), properties.history(), meters);
    }
}
