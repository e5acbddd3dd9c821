package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.ExternalArtemis;
import dev.kapu.Patience;
import dev.kapu.fault.Fault;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a broker that takes whatever it is sent. */
class OversizeGuardTest {
    private static final int LARGEST = 1_000_000;
    private static final ActiveMQQueue IN = new ActiveMQQueue("kapu.in.school-program");
    private static final ActiveMQQueue REQUESTS = new ActiveMQQueue("kapu.requests.IdCards");
    private static final ActiveMQQueue DEAD = new ActiveMQQueue("kapu.dead.school-program");

    private final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private ExternalArtemis artemis;
    private ExternalBroker hub;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        artemis = ExternalArtemis.start(data);
        artemis.admit("school-program", "secret");
        hub = new ExternalBroker(artemis.addressForHub(), LARGEST);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        artemis.close();
    }

    @Test
    void a_message_that_is_too_large_or_compressed_is_refused_unread_and_the_next_is_processed() throws Exception {
        send(IN, "", session -> session.createTextMessage("x".repeat(3 * LARGEST)));
        send(IN, "compressLargeMessage=true", session -> session.createTextMessage("y".repeat(100 * LARGEST)));
        send(IN, "compressLargeMessage=true", session -> session.createTextMessage("z".repeat(LARGEST)));
        send(IN, "", session -> session.createTextMessage("large, " + "n".repeat(LARGEST / 3)));
        send(IN, "", session -> session.createTextMessage("small"));

        try (var camel = route()) {
            camel.start();

            await().until(() -> bodies.size() == 2);
        }
        assertThat(bodies).allMatch(body -> body.startsWith("large, n") || body.equals("small"));
        assertThat(refusals).hasSize(3).allSatisfy(refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.TOO_LARGE);
            assertThat(refused.partner()).isEqualTo("school-program");
        });
        var letters = receive(DEAD, 3);
        await().until(() -> artemis.server().locateQueue(IN.getQueueName()).getMessageCount() == 0);
        for (var letter : letters) {
            assertThat(letter.getStringProperty(Letters.FAULT_CODE)).isEqualTo(Fault.TOO_LARGE.code());
            assertThat(letter.getStringProperty("caseReference")).isEqualTo("C-1");
            assertThat(Letters.size(letter)).isLessThan(200_000);
        }
    }

    @Test
    void of_a_hundred_megabytes_only_the_head_comes_to_the_hub() throws Exception {
        send(REQUESTS, "", session -> session.createTextMessage("x".repeat(100 * LARGEST)));
        send(REQUESTS, "", session -> session.createTextMessage("<x/>"));

        var received = receive(REQUESTS, 2);

        var cut = (BytesMessage) received.get(0);
        assertThat(cut.getBodyLength()).isZero();
        assertThat(cut.getStringProperty(OversizeGuard.MARK)).isEqualTo("true");
        assertThat(cut.getJMSCorrelationID()).isEqualTo("correlation");
        assertThat(cut.getJMSMessageID()).startsWith("ID:");
        assertThat(received.get(1).getBody(String.class)).isEqualTo("<x/>");
    }

    private CamelContext route() throws Exception {
        var camel = new DefaultCamelContext();
        camel.addComponent("jms", CamelJms.component(hub.connections(), 2, false, refusals::add));
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

    private void send(ActiveMQQueue queue, String options, Creator creator) throws JMSException {
        try (var factory = new ActiveMQConnectionFactory(artemis.address() + "?" + options);
                var connection = factory.createConnection("school-program", "secret");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            var message = creator.create(session);
            message.setStringProperty("caseReference", "C-1");
            message.setJMSCorrelationID("correlation");
            session.createProducer(queue).send(message);
        }
    }

    private List<Message> receive(ActiveMQQueue queue, int count) throws JMSException {
        var received = new CopyOnWriteArrayList<Message>();
        try (var connection = hub.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(queue)) {
            connection.start();
            for (int n = 0; n < count; n++) {
                received.add(consumer.receive(Patience.MILLIS));
            }
            assertThat(consumer.receiveNoWait()).as("no more").isNull();
        }
        return received;
    }

    interface Creator {
        Message create(Session session) throws JMSException;
    }
}
