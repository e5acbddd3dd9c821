package dev.kapu.messaging;

import dev.kapu.start.StartupProblem;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Somebody else runs it. The administrator there gives partners their rights and queues. */
final class ExternalBroker implements Broker {
    private final ActiveMQConnectionFactory connections;
    private final String address;

    ExternalBroker(String url) {
        try {
            connections = Connections.to(url);
            address = url.replaceFirst("\\?.*", "");
        } catch (RuntimeException e) {
            // The address may hold a password: it is not shown, nor is a cause that quotes it.
            throw new StartupProblem(
                    "The address of the external broker cannot be understood.",
                    "Write kapu.broker.url like tcp://host:61616?user=NAME&password=SECRET.");
        }
    }

    @Override
    public ActiveMQConnectionFactory connections() {
        return connections;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() {
        connections.close();
    }
}
