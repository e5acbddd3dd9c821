package dev.kapu.messaging;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The message broker behind the hub's queues: in this process, or somewhere else. */
sealed interface Broker extends AutoCloseable permits EmbeddedBroker, ExternalBroker {
    /** For the hub itself, with its rights. */
    ActiveMQConnectionFactory connections();

    /** For partners. */
    String address();

    @Override
    void close();
}
