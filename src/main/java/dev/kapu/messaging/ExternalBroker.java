package dev.kapu.messaging;

import dev.kapu.start.Loopback;
import dev.kapu.start.StartupProblem;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody else runs it. The administrator there gives partners their rights and queues. */
final class ExternalBroker implements Broker {
    private static final Logger log = LoggerFactory.getLogger(ExternalBroker.class);

    private final ActiveMQConnectionFactory connections;
    private final String address;

    ExternalBroker(String url, long maximumMessage) {
        try {
            connections = Connections.to(url);
            connections.getServerLocator().addIncomingInterceptor(new OversizeGuard(maximumMessage));
            connections.getServerLocator().addIncomingInterceptor(new RequestGuard());
            address = url.replaceFirst("\\?.*", "");
        } catch (RuntimeException e) {
            // The address may hold a password: it is not shown, nor is a cause that quotes it.
            throw new StartupProblem(
                    "The address of the external broker cannot be understood.",
                    "Write kapu.broker.url like tcp://host:61616?user=NAME&password=SECRET.");
        }
        if (Stream.of(connections.getStaticConnectors()).anyMatch(ExternalBroker::isReadable)) {
            log.warn("Persons' data and the hub's password cross the network to the external broker in clear text:"
                    + " kapu.broker.url has no sslEnabled=true");
        }
    }

    private static boolean isReadable(TransportConfiguration connector) {
        var params = connector.getParams();
        return !Boolean.parseBoolean(String.valueOf(params.get(TransportConstants.SSL_ENABLED_PROP_NAME)))
                && !Loopback.isOnly(String.valueOf(params.get(TransportConstants.HOST_PROP_NAME)));
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
