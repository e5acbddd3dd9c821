package dev.kapu.messaging;

import dev.kapu.access.Partners;
import dev.kapu.access.Policies;
import dev.kapu.gate.Carrier;
import dev.kapu.gate.Contracts;
import dev.kapu.gate.Operation;
import dev.kapu.gate.QueueEntries;
import dev.kapu.gate.QueueRefusals;
import dev.kapu.start.DataDirectory;
import dev.kapu.start.Home;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
    private static final int REFUSALS = 1_000;

    @Bean(destroyMethod = "close")
    Broker broker(
            BrokerProperties properties, Home home, DataDirectory data, BrokerUsers users, RefusalQueue refusals) {
        MessagesInLog.keepOut();
        if (properties.external()) {
            return new ExternalBroker(
                    Objects.requireNonNull(properties.url()),
                    properties.maximumMessage().toBytes());
        }
        var configuration =
                BrokerFile.read(home.file("config", "broker.xml"), data.directory("artemis"), properties.port());
        return EmbeddedBroker.start(
                configuration, users, properties.maximumMessage().toBytes(), refusals);
    }

    @Bean
    RefusalQueue refusalQueue() {
        return new RefusalQueue(REFUSALS);
    }

    /** The broker refuses messages before the hub is complete; none of its threads must wait for that. */
    @Bean
    SmartInitializingSingleton refusalsRecorded(RefusalQueue queue, ObjectProvider<QueueRefusals> refusals) {
        return () -> queue.recordBy(refusals.getObject()::record);
    }

    @Bean
    BrokerAddress brokerAddress(Broker broker) {
        return new BrokerAddress(broker.address());
    }

    @Bean
    BrokerUsers brokerUsers(
            ObjectProvider<Partners> partners,
            ObjectProvider<Policies> policies,
            ObjectProvider<QueueEntries> entries) {
        return new PartnersAsUsers(partners, policies, entries);
    }

    /** The hub's connections, whoever uses them; a broker that does not work stops the start here. */
    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory hubConnectionFactory(Broker broker, BrokerProperties properties) {
        SelfTest.run(broker.connections());
        if (properties.external()) {
            ValidatedUsers.require(broker.connections(), properties.validatedUsers());
        }
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(broker.connections());
        pool.setMaxConnections(4);
        return pool;
    }

    @Bean
    JmsComponent jms(
            ConnectionFactory hubConnectionFactory,
            BrokerProperties properties,
            ObjectProvider<QueueRefusals> refusals) {
        return CamelJms.component(
                hubConnectionFactory,
                properties.attempts(),
                !properties.external(),
                refused -> refusals.getObject().record(refused));
    }

    @Bean
    Carrier carrier() {
        return CamelJms::hasFailed;
    }

    @Bean
    Queues queues(
            Broker broker,
            ConnectionFactory hubConnectionFactory,
            BrokerUsers users,
            KeptEvents events,
            ObjectProvider<Contracts> contracts) {
        return broker instanceof EmbeddedBroker embedded
                ? new EmbeddedQueues(embedded.server(), events)
                : new BrowsedQueues(
                        hubConnectionFactory,
                        users,
                        events,
                        () -> contracts.stream()
                                .flatMap(offered -> offered.operations().stream())
                                .map(Operation::service)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    Discards discards(Queues queues, JdbcClient jdbc) {
        return new Discards(queues, new DiscardStore(jdbc), Duration.ofMinutes(2));
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Queues queues) {
        return new BrokerIndicator(queues);
    }

    @Bean
    Patrol messagingPatrol(
            Broker broker,
            Queues queues,
            OutboxWatch outbox,
            RefusalQueue refusals,
            Discards discards,
            MeterRegistry meters) {
        FunctionCounter.builder("kapu.refusals.unrecorded", refusals, RefusalQueue::dropped)
                .description("Queue messages whose refusal could not be recorded")
                .register(meters);
        var patrol = new Patrol();
        patrol.every(Duration.ofMinutes(1), outbox::purge);
        patrol.every(Duration.ofSeconds(5), new BrokerWatch(queues, meters));
        patrol.every(Duration.ofSeconds(5), outbox);
        patrol.every(Duration.ofMinutes(1), discards::settle);
        if (broker instanceof EmbeddedBroker embedded) {
            patrol.every(Duration.ofSeconds(1), new Housekeeping(embedded));
        }
        return patrol;
    }
}
