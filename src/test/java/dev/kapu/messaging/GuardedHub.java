package dev.kapu.messaging;

import dev.kapu.ExternalArtemis;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A hub behind a broker that takes whatever it is sent, and a school program that sends it. */
final class GuardedHub implements AutoCloseable {
    static final int LARGEST = 1_000_000;
    static final ActiveMQQueue IN = new ActiveMQQueue("kapu.in.school-program");
    static final ActiveMQQueue REQUESTS = new ActiveMQQueue("kapu.requests.IdCards");
    static final ActiveMQQueue DEAD = new ActiveMQQueue("kapu.dead.school-program");

    /** What was refused, and what was processed, of the school program's own queue. */
    final List<Refused> refusals = new CopyOnWriteArrayList<>();

    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final ExternalArtemis artemis;
    private final ExternalBroker hub;

    GuardedHub(Path data) throws Exception {
        artemis = ExternalArtemis.start(data);
        artemis.admit("school-program", "secret");
        hub = new ExternalBroker(artemis.addressForHub(), LARGEST);
    }

    ConnectionFactory connections() {
        return hub.connections();
    }

    /** Processes what is in the school program's own queue, once it is started. */
    CamelContext route() throws Exception {
        var camel = new DefaultCamelContext();
        camel.addComponent("jms", CamelJms.component(connections(), 2, false, refusals::add));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:kapu.in.school-program?receiveTimeout=50")
                        .process(exchange -> bodies.add(exchange.getMessage().getBody(String.class)));
            }
        });
        return camel;
    }

    /** @param options of the connection, e.g. {@code compressLargeMessage=true} */
    void asSchool(String options, TestBroker.Work work) throws JMSException {
        try (var factory = new ActiveMQConnectionFactory(artemis.address() + "?" + options);
                var connection = factory.createConnection("school-program", "secret");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            work.with(session);
        }
    }

    long depth(ActiveMQQueue queue) {
        return artemis.server().locateQueue(queue.getQueueName()).getMessageCount();
    }

    @Override
    public void close() throws Exception {
        hub.close();
        artemis.close();
    }
}
