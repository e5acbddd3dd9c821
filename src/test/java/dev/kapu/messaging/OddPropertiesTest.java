package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of other protocols than JMS write properties that JMS can neither name nor read. */
class OddPropertiesTest {
    private final AtomicInteger deliveries = new AtomicInteger();

    @Test
    void they_keep_no_message_from_the_dead_letters(@TempDir Path data) throws Exception {
        try (var broker = new TestBroker(data);
                var camel = new DefaultCamelContext()) {
            camel.addComponent("jms", CamelJms.component(broker.broker().connections(), 2, true, refused -> {}));
            camel.addRoutes(refusing());
            camel.start();

            broker.as("card-office", session -> {
                var message = session.createTextMessage("wrong");
                message.setStringProperty("caseReference", "C-1");
                var core = ((ActiveMQMessage) message).getCoreMessage();
                core.putStringProperty("x-trace", "1");
                core.putBytesProperty("id", new byte[] {1});
                session.createProducer(new ActiveMQQueue("kapu.in.card-office")).send(message);
            });

            await().until(() -> deliveries.get() > 1 || broker.depth("kapu.dead.card-office") == 1);
            assertThat(deliveries).hasValue(1);
            broker.as("card-office", OddPropertiesTest::seesTheLetter);
        }
    }

    private static void seesTheLetter(Session session) throws JMSException {
        var letter = (TextMessage) session.createBrowser(new ActiveMQQueue("kapu.dead.card-office"))
                .getEnumeration()
                .nextElement();
        assertThat(letter.getText()).isEqualTo("wrong");
        assertThat(letter.getStringProperty("caseReference")).isEqualTo("C-1");
        assertThat(letter.getStringProperty(Letters.FAULT_CODE)).isEqualTo("Client.Permission.NotPermitted");
        assertThat(letter.propertyExists(Letters.FAULT_WHERE)).isFalse();
    }

    private RouteBuilder refusing() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:kapu.in.card-office?receiveTimeout=50").process(exchange -> {
                    deliveries.incrementAndGet();
                    throw new FaultException(Fault.NOT_PERMITTED);
                });
            }
        };
    }
}
