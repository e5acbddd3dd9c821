package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.ExternalArtemis;
import dev.kapu.fault.Fault;
import dev.kapu.gate.QueueRefusals.Refused;
import dev.kapu.messaging.UnreadableMessagesTest.NoText;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a broker that takes whatever it is sent. */
class UnreadableGuardTest {
    private static final ActiveMQQueue IN = new ActiveMQQueue("kapu.in.school-program");
    private static final ActiveMQQueue REQUESTS = new ActiveMQQueue("kapu.requests.IdCards");

    private final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private ExternalArtemis artemis;
    private ExternalBroker hub;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        artemis = ExternalArtemis.start(data);
        artemis.admit("school-program", "secret");
        hub = new ExternalBroker(artemis.addressForHub(), 1_000_000);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        artemis.close();
    }

    @Test
    void whatever_cannot_be_read_is_buried_and_recorded_and_what_is_behind_it_processed() throws Exception {
        var large = "large, " + "n".repeat(200_000);
        asSchool(session -> {
            var producer = session.createProducer(IN);
            for (var noText : NoText.values()) {
                producer.send(noText.message(session));
            }
            producer.send(session.createMapMessage());
            producer.send(session.createObjectMessage("x"));
            producer.send(withType(session, 99));
            producer.send(session.createTextMessage(large));
            producer.send(session.createTextMessage("small"));
        });
        int unreadable = NoText.values().length + 3;

        try (var camel = new DefaultCamelContext()) {
            camel.addComponent("jms", CamelJms.component(hub.connections(), 2, false, refusals::add));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("jms:queue:kapu.in.school-program")
                            .process(
                                    exchange -> bodies.add(exchange.getMessage().getBody(String.class)));
                }
            });
            camel.start();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> bodies.size() == 2 && depth("kapu.dead.school-program") == unreadable);
        }
        assertThat(bodies).containsExactlyInAnyOrder(large, "small");
        assertThat(refusals).hasSize(unreadable).allSatisfy(refused -> {
            assertThat(refused.fault()).isEqualTo(Fault.INVALID);
            assertThat(refused.partner()).isEqualTo("school-program");
        });
    }

    @Test
    void an_unreadable_request_comes_to_the_door_with_a_mark_and_the_next_unchanged() throws Exception {
        asSchool(session -> {
            var producer = session.createProducer(REQUESTS);
            producer.send(NoText.ENVELOPE.message(session));
            producer.send(NoText.LARGE.message(session));
            producer.send(session.createTextMessage("<x/>"));
        });

        try (var connection = hub.connections().createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                var consumer = session.createConsumer(REQUESTS)) {
            connection.start();
            var small = consumer.receive(10_000);
            var large = consumer.receive(10_000);
            var next = consumer.receive(10_000);

            assertThat(small).isInstanceOf(BytesMessage.class);
            assertThat(small.propertyExists(UnreadableGuard.MARK)).isTrue();
            assertThat(large.getBody(String.class)).isNull();
            assertThat(large.propertyExists(UnreadableGuard.MARK)).isTrue();
            assertThat(next.getBody(String.class)).isEqualTo("<x/>");
            assertThat(next.propertyExists(UnreadableGuard.MARK)).isFalse();
        }
    }

    private static Message withType(Session session, int type) throws JMSException {
        var message = session.createBytesMessage();
        ((ActiveMQMessage) message).getCoreMessage().setType((byte) type);
        return message;
    }

    private long depth(String queue) {
        return artemis.server().locateQueue(queue).getMessageCount();
    }

    private void asSchool(TestBroker.Work work) throws JMSException {
        try (var factory = new ActiveMQConnectionFactory(artemis.address());
                var connection = factory.createConnection("school-program", "secret");
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            work.with(session);
        }
    }
}
