package dev.kapu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.kapu.ExternalArtemis;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.gate.QueueRefusals.Refused;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub writes on messages nobody else may write, and an external broker takes it off nobody's. */
class ForeignPropertiesTest {
    private static final String IN = "kapu.in.school-program";

    private final List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();
    private final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private ExternalArtemis artemis;
    private ExternalBroker hub;
    private DefaultCamelContext camel;
    private Queues queues;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        artemis = ExternalArtemis.start(data);
        artemis.admit("school-program", "secret");
        hub = new ExternalBroker(artemis.addressForHub(), 1_000_000);
        queues = new BrowsedQueues(hub.connections(), new OnlySchools(), (partner, event) -> false, Set::of);
        camel = new DefaultCamelContext();
        camel.addComponent("jms", CamelJms.component(hub.connections(), 2, false, refusals::add));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms:queue:" + IN + "?receiveTimeout=50").process(ForeignPropertiesTest.this::work);
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        hub.close();
        artemis.close();
    }

    private void work(Exchange exchange) {
        seen.add(exchange.getMessage().getHeaders());
        if (seen.size() == 1) {
            throw new FaultException(Fault.NOT_PERMITTED);
        }
    }

    @Test
    void they_are_refused_by_queue_and_recorded_and_the_letter_believes_none_of_them() throws JMSException {
        var before = Instant.now().minusSeconds(60);
        send(0, Map.of("kapuSentAt", 1L, "kapuMessageId", "forged-id", "KAPUOrigin", "outbox", "id", "order-4711"));

        camel.start();

        var letter = letter();
        assertThat(seen).isEmpty();
        assertThat(refusals)
                .extracting(Refused::partner, Refused::fault)
                .containsExactly(tuple("school-program", Fault.HEADER_RESERVED));
        assertThat(letter.reason()).isEqualTo("Client.Header.Reserved");
        assertThat(letter.origin()).isEqualTo(IN);
        assertThat(letter.sendersId()).isEqualTo("order-4711");
        assertThat(letter.at()).isAfter(before);
    }

    @Test
    void of_a_message_that_ran_out_before_the_hub_read_it_none_is_shown() throws Exception {
        send(
                1,
                Map.of(
                        "kapuFaultCode", "Kovács Anna",
                        "kapuFaultWhere", "weeklyHours",
                        "kapuOrigin", "kapu.requests.IdCards",
                        "kapuMessageId", "forged-id"));
        await().until(() -> {
            artemis.server().locateQueue(IN).expireReferences();
            return !queues.deadLetters(10).isEmpty();
        });

        var letter = letter();

        assertThat(letter.reason()).isEqualTo("expired");
        assertThat(letter.where()).isNull();
        assertThat(letter.sendersId()).isNotEqualTo("forged-id");
        assertThat(letter.origin()).isEqualTo(IN);
    }

    @Test
    void a_letter_that_is_sent_again_comes_in_without_them_under_the_senders_id() throws Exception {
        send(0, Map.of("caseReference", "C-1"));
        camel.start();
        var letter = letter();

        assertThat(queues.replay(letter.messageId())).isTrue();

        await().until(() -> seen.size() == 2);
        assertThat(refusals).isEmpty();
        assertThat(letter.sendersId()).isNotNull();
        assertThat(seen.get(1).get("id")).isEqualTo(letter.sendersId());
        assertThat(seen.get(1)).containsEntry("caseReference", "C-1");
    }

    private Queues.DeadLetter letter() {
        await().until(() -> queues.deadLetters(10).size() == 1);
        return queues.deadLetters(10).get(0);
    }

    private void send(long timeToLive, Map<String, Object> properties) throws JMSException {
        try (var factory = new ActiveMQConnectionFactory(artemis.address());
                var context = factory.createContext("school-program", "secret")) {
            var message = context.createTextMessage("<x/>");
            for (var property : properties.entrySet()) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
            context.createProducer().setTimeToLive(timeToLive).send(new ActiveMQQueue(IN), message);
        }
    }

    private record OnlySchools() implements BrokerUsers {
        @Override
        public Set<String> names() {
            return Set.of("school-program");
        }

        @Override
        public boolean authentic(String partner, String secret) {
            return false;
        }
    }
}
